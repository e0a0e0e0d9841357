// Undoing what was made at the desk: which account, the tie or the whole of it, and why, from a closed list (domain.md §13).
import { type ReactNode, useState } from 'react';
import { type TakingBackOffer, type TakingBackReason, useAct } from '../../backend';
import { Button, Dialog, Failed, Notice, Radios, Select, Stack } from '../../components';
import { useDates, useWords } from '../../l10n';

const REASONS: readonly TakingBackReason[] = [
  'wrong_child',
  'wrong_adult',
  'not_enough_seen',
  'not_them',
  'family_asks',
  'no_longer_holds',
];

export function TakingBack({ studentId, child, offers, onClose, onDone }: {
  studentId: string;
  /** The child's name. */
  child: ReactNode;
  offers: readonly TakingBackOffer[];
  onClose: () => void;
  onDone: () => void;
}) {
  const words = useWords();
  const dates = useDates();
  const tie = useAct('take_back_confirmation');
  const account = useAct('take_back_account');
  const choices = offers.flatMap((offer) => [
    ...(offer.child ? [{ id: `child ${offer.account_id}`, label: words('taking-back-child', { address: offer.address }) }] : []),
    ...(offer.account ? [{ id: `account ${offer.account_id}`, label: words('taking-back-account', { address: offer.address }) }] : []),
  ]);
  const [what, setWhat] = useState(choices[0]?.id ?? '');
  const [reason, setReason] = useState<TakingBackReason | null>(null);
  const [tried, setTried] = useState(false);
  const [kind, account_id = ''] = what.split(' ');
  const until = offers.find((offer) => offer.account_id === account_id)?.until ?? null;
  const go = () => {
    setTried(true);
    if (reason === null) return;
    if (kind === 'child') tie.mutate({ account_id, student_id: studentId, reason }, { onSuccess: onDone });
    else account.mutate({ account_id, reason }, { onSuccess: onDone });
  };
  return (
    <Dialog
      title={words('taking-back-title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button act="taking_back_not" onPress={onClose}>
            {words('desk-cancel')}
          </Button>
          <Button kind="signal" icon="back" act="take_back_made" isBusy={tie.isPending || account.isPending} onPress={go}>
            {words('taking-back-do')}
          </Button>
        </>
      }
    >
      <Stack>
        <p>
          {words('taking-back-of')} {child}
        </p>
        <Radios label={words('taking-back-what')} name="what" value={what} onChange={setWhat} choices={choices} />
        <Select
          label={words('taking-back-reason')}
          name="reason"
          value={reason}
          onChange={setReason}
          choices={REASONS.map((id) => ({ id, label: words.of('taking-back-reason', id) }))}
          error={tried && reason === null && words('taking-back-reason-missing')}
        />
        <Notice kind="info" live={false}>
          {words('taking-back-then')}
          {until && ` ${words('taking-back-until', { at: dates.moment(until) })}`}
        </Notice>
        <Failed error={tie.error ?? account.error} />
      </Stack>
    </Dialog>
  );
}
