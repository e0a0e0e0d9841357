// A correction as it is being written: which fields each kind has, what must have been seen, and the request it becomes.
import type {
  Correction,
  CorrectionKind,
  GuardianOnFile,
  IdentityDocument,
  ProposeCorrection,
  Relationship,
  TieDocument,
} from '../../backend';

/** The child's own names are written in `childDraft.ts`. */
type AdultKind = Exclude<CorrectionKind, 'student'>;

/** The adult as a correction needs to know them. */
export type Corrected = Pick<GuardianOnFile, 'guardian' | 'relationship' | 'access'>;

export interface Draft {
  kind: AdultKind;
  last_names: string;
  first_names: string;
  email: string;
  phone: string;
  relationship: Relationship;
  identity: IdentityDocument | null;
  tie: TieDocument | null;
}

/** Starts from what the file says; `email` is an address that was just given at the counter. */
export function draftOf(kind: AdultKind, of: Corrected | null, email: string | null): Draft {
  return {
    kind,
    last_names: of?.guardian.last_names ?? '',
    first_names: of?.guardian.first_names ?? '',
    email: email ?? of?.guardian.email ?? '',
    phone: '',
    relationship: of?.relationship ?? 'parent',
    identity: null,
    tie: null,
  };
}

/** The kinds that somebody of this role may propose of an adult on the file. */
export function kindsFor(of: Corrected, isAdministrator: boolean): AdultKind[] {
  const kinds: AdultKind[] = ['email', 'name', 'relationship'];
  if (isAdministrator) kinds.push(of.access === 'restricted' ? 'lift_restriction' : 'restrict');
  return kinds;
}

export const isRestriction = (kind: AdultKind) => kind === 'restrict' || kind === 'lift_restriction';
export const needsIdentity = (kind: AdultKind) => kind === 'email' || kind === 'name' || kind === 'new_guardian';
export const needsTie = (kind: AdultKind) => kind !== 'email' && kind !== 'name';

/** Whether there is enough to propose; whether it makes sense is the desk's to say. */
export function isComplete(draft: Draft): boolean {
  const named = draft.last_names.trim() !== '' && draft.first_names.trim() !== '';
  if (draft.kind === 'email' && draft.email.trim() === '') return false;
  if ((draft.kind === 'name' || draft.kind === 'new_guardian') && !named) return false;
  return (!needsIdentity(draft.kind) || draft.identity !== null) && (!needsTie(draft.kind) || draft.tie !== null);
}

const given = (text: string) => (text.trim() === '' ? null : text.trim());

function correctionOf(draft: Draft): Correction {
  const { kind, last_names, first_names, email, phone, relationship } = draft;
  switch (kind) {
    case 'email':
      return { kind, email };
    case 'name':
      return { kind, last_names, first_names };
    case 'relationship':
      return { kind, relationship };
    case 'new_guardian':
      return { kind, last_names, first_names, email: given(email), phone: given(phone), relationship };
    case 'restrict':
    case 'lift_restriction':
      return { kind };
  }
}

export function requestOf(draft: Draft, studentId: string, guardianId: string | null, inVisit: boolean): ProposeCorrection {
  return {
    student_id: studentId,
    guardian_id: guardianId,
    correction: correctionOf(draft),
    identity_document: needsIdentity(draft.kind) ? draft.identity : null,
    tie_document: needsTie(draft.kind) ? draft.tie : null,
    in_visit: inVisit,
  };
}
