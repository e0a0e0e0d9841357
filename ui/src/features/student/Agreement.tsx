// A student of age agrees to an adult on their file, or not any more (domain.md §6).
import { useState } from 'react';
import { type GuardianOnFile, type IdentityDocument, type StudentFile, useAct } from '../../backend';
import { Button, Dialog, Failed, Icon, Name, Notice, Stack } from '../../components';
import { useDates, useWords } from '../../l10n';
import { IdentitySeen } from '../corrections/Seen';
import styles from './Guardians.module.css';

interface Props {
  file: StudentFile;
  one: GuardianOnFile;
  onChanged: () => void;
}

export function Agreement({ file, one, onChanged }: Props) {
  const words = useWords();
  const dates = useDates();
  if (one.access === 'restricted') return null;
  if (one.agreed_at === null) return <Agree {...{ file, one, onChanged }} />;
  return (
    <>
      <span className={styles.done}>
        <Icon name="check" /> {words('agreement-since', { at: dates.moment(one.agreed_at) })}
      </span>
      <Withdraw {...{ file, one, onChanged }} />
    </>
  );
}

/** Who the student is, as seen at the desk: the kind of a document, never its number. */
function Agree({ file, one, onChanged }: Props) {
  const words = useWords();
  const record = useAct('record_agreement');
  const [isOpen, setOpen] = useState(false);
  const [identity, setIdentity] = useState<IdentityDocument | null>(null);
  const close = () => {
    setOpen(false);
    setIdentity(null);
    record.reset();
  };
  const agree = () => {
    if (identity === null) return;
    const request = { student_id: file.student.id, guardian_id: one.guardian.id, identity_document: identity };
    record.mutate(request, {
      onSuccess: () => {
        close();
        onChanged();
      },
    });
  };
  return (
    <>
      <Button icon="hand" act="record_agreement_open" onPress={() => setOpen(true)}>
        {words('agreement-open')}
      </Button>
      <Dialog
        title={words('agreement-title')}
        isOpen={isOpen}
        onClose={close}
        actions={
          <>
            <Button onPress={close}>{words('desk-cancel')}</Button>
            <Button
              kind="primary"
              icon="check"
              act="record_agreement"
              isDisabled={identity === null}
              isBusy={record.isPending}
              onPress={agree}
            >
              {words('agreement-do')}
            </Button>
          </>
        }
      >
        <Stack>
          <Both file={file} one={one} says={words('agreement-to')} />
          <Notice kind="info" live={false}>
            {words('agreement-rule')}
          </Notice>
          <IdentitySeen value={identity} onChange={setIdentity} ofStudent />
          <Failed error={record.error} />
        </Stack>
      </Dialog>
    </>
  );
}

/** Asked twice: only the student can give it back. */
function Withdraw({ file, one, onChanged }: Props) {
  const words = useWords();
  const withdraw = useAct('withdraw_agreement');
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const ids = { student_id: file.student.id, guardian_id: one.guardian.id };
  return (
    <>
      <Button kind="quiet" icon="close" act="withdraw_agreement_open" onPress={() => setOpen(true)}>
        {words('agreement-withdraw')}
      </Button>
      <Dialog
        title={words('agreement-withdraw-title')}
        isOpen={isOpen}
        onClose={close}
        actions={
          <>
            <Button onPress={close}>{words('desk-cancel')}</Button>
            <Button
              kind="signal"
              icon="close"
              act="withdraw_agreement"
              isBusy={withdraw.isPending}
              onPress={() => withdraw.mutate(ids, { onSuccess: onChanged })}
            >
              {words('agreement-withdraw-do')}
            </Button>
          </>
        }
      >
        <Stack>
          <Both file={file} one={one} says={words('agreement-no-more-to')} />
          <Notice kind="info" live={false}>
            {words('agreement-withdraw-then')}
          </Notice>
          <Failed error={withdraw.error} />
        </Stack>
      </Dialog>
    </>
  );
}

function Both({ file, one, says }: Pick<Props, 'file' | 'one'> & { says: string }) {
  return (
    <p>
      <strong>
        <Name person={file.student} />
      </strong>{' '}
      {says}{' '}
      <strong>
        <Name person={one.guardian} />
      </strong>
    </p>
  );
}
