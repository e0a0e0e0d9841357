// Proposing that a child's file say other names or another birth date. Another person approves it.
import { useState } from 'react';
import { type ClaimSeen, type StudentLine, useAct } from '../../backend';
import { Button, Columns, DateField, Dialog, Failed, Name, Notice, Stack, TextField } from '../../components';
import { useWords } from '../../l10n';
import { childDraftOf, childRequestOf, isChildComplete } from './childDraft';
import { ChildSeen } from './Seen';

interface Props {
  student: StudentLine;
  /** What the parent stated at the counter, where it differs. */
  claim?: ClaimSeen | null;
  inVisit: boolean;
  onClose: () => void;
  onDone: () => void;
}

export function ProposeChild({ student, claim = null, inVisit, onClose, onDone }: Props) {
  const words = useWords();
  const propose = useAct('propose_correction');
  const [draft, setDraft] = useState(() => childDraftOf(student, claim));
  const change = (changes: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...changes }));
  return (
    <Dialog
      title={words('correction-title-child')}
      isOpen
      onClose={onClose}
      wide
      actions={
        <>
          <Button onPress={onClose}>{words('desk-cancel')}</Button>
          <Button
            kind="primary"
            icon="check"
            act="propose_correction"
            isDisabled={!isChildComplete(draft)}
            isBusy={propose.isPending}
            onPress={() => propose.mutate(childRequestOf(draft, student.id, inVisit), { onSuccess: onDone })}
          >
            {words('correction-propose-do')}
          </Button>
        </>
      }
    >
      <p>
        {words('correction-child-file')} <strong><Name person={student} /></strong>
      </p>
      <Stack>
        <Columns>
          <TextField label={words('student-last-names')} name="last_names" accents value={draft.last_names} onChange={(last_names) => change({ last_names })} />
          <TextField label={words('student-first-names')} name="first_names" accents value={draft.first_names} onChange={(first_names) => change({ first_names })} />
        </Columns>
        <DateField label={words('student-birth-date')} value={draft.birth_date} onChange={(birth_date) => change({ birth_date })} />
      </Stack>
      <Notice kind="info" live={false}>
        {words(claim ? 'correction-what-student-stated' : 'correction-what-student')}
      </Notice>
      <ChildSeen value={draft.seen} onChange={(seen) => change({ seen })} />
      <Failed error={propose.error} />
    </Dialog>
  );
}
