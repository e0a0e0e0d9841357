// Approving or refusing. Whoever may not, leaves it to a second person, who comes to this desk with their own password.
import { useState } from 'react';
import { type ProposalLine, type RefusalReason, useAct } from '../../backend';
import { Button, Dialog, Failed, Notice, PasswordField, Radios, TextField } from '../../components';
import { useWords } from '../../l10n';
import { Changes } from './Changes';

export type Decision = 'approve' | 'refuse';

const REASONS: readonly RefusalReason[] = [
  'not_enough_seen',
  'wrong_adult',
  'mistyped',
  'belongs_in_source',
  'family_to_be_heard',
];

export function Decide({ decision, proposal, onClose, onDone }: {
  decision: Decision;
  proposal: ProposalLine;
  onClose: () => void;
  onDone: () => void;
}) {
  const words = useWords();
  const approve = useAct('approve_proposal');
  const refuse = useAct('refuse_proposal');
  const [reason, setReason] = useState<RefusalReason>('not_enough_seen');
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const needsSecond = proposal.why_not_you !== null;
  const isComplete = !needsSecond || (userName.trim() !== '' && password !== '');
  const act = decision === 'approve' ? approve : refuse;
  const decide = () => {
    const second = needsSecond ? { user_name: userName, password } : null;
    if (decision === 'approve') approve.mutate({ proposal_id: proposal.id, second }, { onSuccess: onDone });
    else refuse.mutate({ proposal_id: proposal.id, reason, second }, { onSuccess: onDone });
  };
  return (
    <Dialog
      title={words(`proposal-${decision}-title`)}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words('desk-cancel')}</Button>
          <Button
            kind={decision === 'approve' ? 'primary' : 'signal'}
            icon={decision === 'approve' ? 'check' : 'close'}
            act={`${decision}_proposal`}
            isDisabled={!isComplete}
            isBusy={act.isPending}
            onPress={decide}
          >
            {words(`proposal-${decision}-do`)}
          </Button>
        </>
      }
    >
      <Changes proposal={proposal} showsChild />
      {decision === 'refuse' && (
        <Radios
          label={words('proposal-refuse-reason')}
          name="reason"
          value={reason}
          onChange={setReason}
          choices={REASONS.map((id) => ({ id, label: words.of('refusal', id) }))}
        />
      )}
      {needsSecond && (
        <>
          <Notice kind="info" live={false}>
            {words('proposal-second-what')}
          </Notice>
          <TextField label={words('proposal-second-user')} name="second_user" plain value={userName} onChange={setUserName} />
          <PasswordField label={words('proposal-second-password')} name="second_password" value={password} onChange={setPassword} />
        </>
      )}
      <Failed error={act.error} />
    </Dialog>
  );
}
