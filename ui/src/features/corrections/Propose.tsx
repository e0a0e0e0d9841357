// Proposing a correction of an adult on a child's file, or a new adult. Another person approves it.
import { type ReactNode, useState } from 'react';
import { type Relationship, type StudentLine, useAct } from '../../backend';
import { Button, Columns, Dialog, Failed, Name, Notice, Radios, Select, Stack, TextField } from '../../components';
import { useWords } from '../../l10n';
import { type Corrected, type Draft, draftOf, isComplete, isRestriction, kindsFor, needsIdentity, needsTie, requestOf } from './draft';
import { IdentitySeen, TieSeen } from './Seen';

const RELATIONSHIPS: readonly Relationship[] = ['mother', 'father', 'parent', 'guardian', 'relative', 'other', 'unknown'];

interface Props {
  student: StudentLine;
  /** None for a new adult. */
  of: Corrected | null;
  isAdministrator: boolean;
  inVisit: boolean;
  /** The address that was just given at the counter. */
  email?: string | null;
  onClose: () => void;
  onDone: () => void;
}

export function Propose({ student, of, isAdministrator, inVisit, email = null, onClose, onDone }: Props) {
  const words = useWords();
  const propose = useAct('propose_correction');
  const [draft, setDraft] = useState<Draft>(() => draftOf(of ? 'email' : 'new_guardian', of, email));
  const change = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  const send = () =>
    propose.mutate(requestOf(draft, student.id, of?.guardian.id ?? null, inVisit), { onSuccess: onDone });
  return (
    <Dialog
      title={words(of ? 'correction-title' : 'correction-title-new')}
      isOpen
      onClose={onClose}
      wide
      actions={
        <>
          <Button onPress={onClose}>{words('desk-cancel')}</Button>
          <Button
            kind={draft.kind === 'restrict' ? 'signal' : 'primary'}
            icon="check"
            act="propose_correction"
            isDisabled={!isComplete(draft)}
            isBusy={propose.isPending}
            onPress={send}
          >
            {words(draft.kind === 'restrict' ? 'correction-restrict-do' : 'correction-propose-do')}
          </Button>
        </>
      }
    >
      <p>
        {of && (
          <>
            <strong><Name person={of.guardian} /></strong>
            {' · '}
          </>
        )}
        {words('correction-of-child')} <strong><Name person={student} /></strong>
      </p>
      {of && (
        <Radios
          label={words('correction-kind')}
          name="kind"
          beside
          value={draft.kind}
          onChange={(kind) => change({ kind, tie: null })}
          choices={kindsFor(of, isAdministrator).map((id) => ({ id, label: words.of('correction-kind', id) }))}
        />
      )}
      <Fields draft={draft} change={change} />
      <Notice kind={draft.kind === 'restrict' ? 'warning' : 'info'} live={false}>
        {words.of('correction-what', draft.kind)}
      </Notice>
      <Columns>
        {needsIdentity(draft.kind) && <IdentitySeen value={draft.identity} onChange={(identity) => change({ identity })} />}
        {needsTie(draft.kind) && <TieSeen parts={isRestriction(draft.kind)} value={draft.tie} onChange={(tie) => change({ tie })} />}
      </Columns>
      <Failed error={propose.error} />
    </Dialog>
  );
}

function Fields({ draft, change }: { draft: Draft; change: (changes: Partial<Draft>) => void }): ReactNode {
  const words = useWords();
  const { kind } = draft;
  const isNew = kind === 'new_guardian';
  return (
    <Stack>
      {(kind === 'name' || isNew) && (
        <Columns>
          <TextField label={words('student-last-names')} name="last_names" accents value={draft.last_names} onChange={(last_names) => change({ last_names })} />
          <TextField label={words('student-first-names')} name="first_names" accents value={draft.first_names} onChange={(first_names) => change({ first_names })} />
        </Columns>
      )}
      {(kind === 'email' || isNew) && (
        <TextField {...words.field('correction-email')} name="email" type="email" ltr value={draft.email} onChange={(email) => change({ email })} />
      )}
      {isNew && <TextField label={words('guardian-phone')} name="phone" type="tel" ltr value={draft.phone} onChange={(phone) => change({ phone })} />}
      {(kind === 'relationship' || isNew) && (
        <Select
          label={words('correction-relationship')}
          name="relationship"
          value={draft.relationship}
          onChange={(relationship) => change({ relationship })}
          choices={RELATIONSHIPS.map((id) => ({ id, label: words.of('relationship', id) }))}
        />
      )}
    </Stack>
  );
}
