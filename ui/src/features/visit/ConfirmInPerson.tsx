// Confirming a child in person: the kinds of documents seen, never a number, never a copy (domain.md §6).
import { useState } from 'react';
import { type IdentityDocument, type StudentLine, type TieDocument, useAct } from '../../backend';
import { Button, Columns, Dialog, Failed, Name, Notice, Radios } from '../../components';
import { useWords } from '../../l10n';

/** In the order in which they are offered: the last two are never asked for. */
const IDENTITY: readonly IdentityDocument[] = [
  'passport',
  'permanent_resident_card',
  'citizenship_certificate',
  'other_official_with_photo',
  'driving_licence',
  'health_card',
];
const NEVER_ASKED: ReadonlySet<IdentityDocument> = new Set(['driving_licence', 'health_card']);
const TIES: readonly TieDocument[] = ['birth_certificate', 'school_document', 'court_document'];

export function ConfirmInPerson({ student, onConfirmed }: { student: StudentLine; onConfirmed?: () => void }) {
  const words = useWords();
  const confirm = useAct('confirm_in_person');
  const [isOpen, setOpen] = useState(false);
  const [identity, setIdentity] = useState<IdentityDocument | null>(null);
  const [tie, setTie] = useState<TieDocument | null>(null);
  const close = () => {
    setOpen(false);
    setIdentity(null);
    setTie(null);
    confirm.reset();
  };
  const isComplete = identity !== null && tie !== null;
  return (
    <>
      <Button icon="hand" act="confirm_in_person_open" onPress={() => setOpen(true)}>
        {words('visit-in-person')}
      </Button>
      <Dialog
        title={words('visit-in-person-title')}
        isOpen={isOpen}
        onClose={close}
        wide
        actions={
          <>
            <Button onPress={close}>{words('desk-cancel')}</Button>
            <Button
              kind="primary"
              icon="check"
              act="confirm_in_person"
              isDisabled={!isComplete}
              isBusy={confirm.isPending}
              onPress={() => {
                if (!isComplete) return;
                confirm.mutate(
                  { student_id: student.id, identity_document: identity, tie_document: tie },
                  {
                    onSuccess: () => {
                      close();
                      onConfirmed?.();
                    },
                  },
                );
              }}
            >
              {words('visit-in-person-do')}
            </Button>
          </>
        }
      >
        <p>
          {words('visit-in-person-child')} <strong><Name person={student} /></strong>
        </p>
        <Notice kind="info" live={false}>
          {words('visit-in-person-rule')}
        </Notice>
        <Columns>
          <Radios
            {...words.field('visit-in-person-identity')}
            name="identity_document"
            value={identity}
            onChange={setIdentity}
            choices={IDENTITY.map((id) => ({
              id,
              label: words.of('document', id),
              note: NEVER_ASKED.has(id) ? words('visit-in-person-if-offered') : undefined,
            }))}
          />
          <Radios
            {...words.field('visit-in-person-tie')}
            name="tie_document"
            value={tie}
            onChange={setTie}
            choices={TIES.map((id) => ({ id, label: words.of('tie', id) }))}
          />
        </Columns>
        <Failed error={confirm.error} />
      </Dialog>
    </>
  );
}
