// What a correction would change, old beside new, and what was seen for it.
import type { ReactNode } from 'react';
import type { ProposalLine } from '../../backend';
import { Icon, Name } from '../../components';
import { useDates, useWords, type Words } from '../../l10n';
import styles from './Proposal.module.css';

export function seenWords(words: Words, proposal: Pick<ProposalLine, 'identity_document' | 'tie_document'>): string {
  const { identity_document: identity, tie_document: tie } = proposal;
  return [identity && words.of('document', identity), tie && words.of('tie', tie)].filter(Boolean).join(', ');
}

/** Old beside new. */
export function Changes({ proposal, showsChild }: { proposal: ProposalLine; showsChild: boolean }) {
  const words = useWords();
  const dates = useDates();
  const say = (field: string, value: string | null): ReactNode => {
    if (value === null) return words('student-none');
    if (field === 'relationship') return words.of('relationship', value);
    return field === 'birth_date' ? dates.day(value) : <bdi>{value}</bdi>;
  };
  return (
    <dl className={styles.changes}>
      {showsChild && (
        <>
          <dt>{words('proposal-child')}</dt>
          <dd><Name person={proposal.student} /></dd>
        </>
      )}
      {proposal.guardian && (
        <>
          <dt>{words('guardian-adult')}</dt>
          <dd><Name person={proposal.guardian} /></dd>
        </>
      )}
      {proposal.changes.map((change) => (
        <ChangeLine key={change.field} label={words.of('correction-field', change.field)}>
          {proposal.kind !== 'new_guardian' && (
            <>
              <del>{say(change.field, change.old)}</del> <Icon name="arrow" />{' '}
            </>
          )}
          <ins>{say(change.field, change.new)}</ins>
        </ChangeLine>
      ))}
    </dl>
  );
}

function ChangeLine({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
