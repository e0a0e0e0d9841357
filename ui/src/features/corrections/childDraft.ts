// A correction of the child's own names or birth date as it is being written, and the request it becomes.
import type { ClaimField, ClaimSeen, IdentityDocument, ProposeCorrection, StudentLine, TieDocument } from '../../backend';

/** The kind of document that says who the child is: of either list. */
export type ChildDocument = TieDocument | IdentityDocument;

export interface ChildDraft {
  last_names: string;
  first_names: string;
  birth_date: string | null;
  seen: ChildDocument | null;
}

const TIES: readonly ChildDocument[] = ['birth_certificate', 'court_document', 'school_document'];
const isTie = (seen: ChildDocument): seen is TieDocument => TIES.includes(seen);

/** Starts from the file, with what the parent stated in its place where the two differ. */
export function childDraftOf(student: StudentLine, claim: ClaimSeen | null): ChildDraft {
  const stated = (field: ClaimField) =>
    claim?.fields.find((one) => one.field === field && one.verdict !== 'same' && one.stated !== '')?.stated;
  return {
    last_names: stated('last_names') ?? student.last_names,
    first_names: stated('first_names') ?? student.first_names,
    birth_date: stated('birth_date') ?? student.birth_date,
    seen: null,
  };
}

/** Whether there is enough to propose; whether it makes sense is the desk's to say. */
export function isChildComplete(draft: ChildDraft): boolean {
  return draft.last_names.trim() !== '' && draft.first_names.trim() !== '' && draft.seen !== null;
}

export function childRequestOf({ seen, ...said }: ChildDraft, studentId: string, inVisit: boolean): ProposeCorrection {
  return {
    student_id: studentId,
    guardian_id: null,
    correction: { kind: 'student', ...said },
    identity_document: seen !== null && !isTie(seen) ? seen : null,
    tie_document: seen !== null && isTie(seen) ? seen : null,
    in_visit: inVisit,
  };
}
