// A correction that waits: what would change, who proposed it and what they saw, and the acts of whoever may decide.
import { useState } from 'react';
import { type ProposalLine, useAct } from '../../backend';
import { Button, Failed, Icon, Row } from '../../components';
import { useDates, useWords } from '../../l10n';
import { Changes, seenWords } from './Changes';
import { Decide, type Decision } from './Decide';
import styles from './Proposal.module.css';

export function ProposalList({ proposals, showsChild = false, onChanged }: {
  proposals: readonly ProposalLine[];
  /** Off the child's own file. */
  showsChild?: boolean;
  onChanged?: () => void;
}) {
  return (
    <ul className={styles.list}>
      {proposals.map((proposal) => (
        <Proposal key={proposal.id} proposal={proposal} showsChild={showsChild} onChanged={onChanged} />
      ))}
    </ul>
  );
}

function Proposal({ proposal, showsChild, onChanged }: { proposal: ProposalLine; showsChild: boolean; onChanged?: () => void }) {
  const words = useWords();
  const dates = useDates();
  const withdraw = useAct('withdraw_proposal');
  const [decision, setDecision] = useState<Decision | null>(null);
  return (
    <li className={styles.proposal}>
      <div className={styles.head}>
        <span className={styles.kind}>
          <Icon name="clock" /> {words.of('proposal-kind', proposal.kind)}
        </span>
        <span className={styles.note}>
          {words('proposal-by', { user: proposal.proposed_by, at: dates.moment(proposal.proposed_at) })}
        </span>
      </div>
      <Changes proposal={proposal} showsChild={showsChild} />
      <p className={styles.note}>{words('proposal-seen', { documents: seenWords(words, proposal) })}</p>
      {proposal.why_not_you && (
        <p className={styles.note}>
          <Icon name="info" /> {words.of('proposal-not-you', proposal.why_not_you)}
        </p>
      )}
      <Row>
        <Button icon="check" act="approve_proposal_open" onPress={() => setDecision('approve')}>
          {words('proposal-approve')}
        </Button>
        <Button kind="quiet" icon="close" act="refuse_proposal_open" onPress={() => setDecision('refuse')}>
          {words('proposal-refuse')}
        </Button>
        {proposal.is_yours && (
          <Button
            kind="quiet"
            icon="back"
            act="withdraw_proposal"
            isBusy={withdraw.isPending}
            onPress={() => withdraw.mutate({ proposal_id: proposal.id }, { onSuccess: onChanged })}
          >
            {words('proposal-withdraw')}
          </Button>
        )}
      </Row>
      <Failed error={withdraw.error} />
      {decision && (
        <Decide
          decision={decision}
          proposal={proposal}
          onClose={() => setDecision(null)}
          onDone={() => {
            setDecision(null);
            onChanged?.();
          }}
        />
      )}
    </li>
  );
}
