// Confirming a child in person: the kinds of documents seen, never a number, never a copy (domain.md §6).
import { useState } from 'react';
import { type IdentityDocument, type StudentLine, type TieDocument, useAct } from '../../backend';
import { Button, type ButtonKind, Columns, Dialog, Failed, Name, Notice } from '../../components';
import { useWords } from '../../l10n';
import { IdentitySeen, TieSeen } from '../corrections/Seen';

export function ConfirmInPerson({ student, seen, kind = 'secondary', onConfirmed }: {
  student: StudentLine;
  /** What was seen of who the adult is, earlier in this visit. */
  seen: IdentityDocument | null;
  kind?: ButtonKind;
  onConfirmed?: () => void;
}) {
  const words = useWords();
  const confirm = useAct('confirm_in_person');
  const [isOpen, setOpen] = useState(false);
  const [identity, setIdentity] = useState<IdentityDocument | null>(seen);
  const [tie, setTie] = useState<TieDocument | null>(null);
  const close = () => {
    setOpen(false);
    setIdentity(seen);
    setTie(null);
    confirm.reset();
  };
  const isComplete = identity !== null && tie !== null;
  return (
    <>
      <Button kind={kind} icon="hand" act="confirm_in_person_open" onPress={() => setOpen(true)}>
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
                  { identity_document: identity, children: [{ student_id: student.id, tie_document: tie }] },
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
          <IdentitySeen value={identity} onChange={setIdentity} />
          <TieSeen value={tie} onChange={setTie} />
        </Columns>
        <Failed error={confirm.error} />
      </Dialog>
    </>
  );
}
