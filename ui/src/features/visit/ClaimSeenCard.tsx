// The last claim beside the file: which field, how, and why. The parent only read that it does not match (domain.md §4).
import type { ClaimSeen, FieldSeen } from '../../backend';
import { Card, type Column, Icon, Name, Notice, Stack, Table } from '../../components';
import { useDates, useWords } from '../../l10n';
import styles from './ClaimSeenCard.module.css';

export function ClaimSeenCard({ claim }: { claim: ClaimSeen }) {
  const words = useWords();
  const dates = useDates();
  const isMatch = claim.outcome === 'match';
  const none = words('claim-nothing');
  const columns: Column<FieldSeen>[] = [
    { id: 'field', label: words('claim-column-field'), isRowHeader: true, cell: (one) => words.of('claim-field', one.field) },
    { id: 'stated', label: words('claim-column-stated'), cell: (one) => <bdi>{one.stated || none}</bdi> },
    { id: 'file', label: words('claim-column-file'), cell: (one) => <bdi>{one.on_file ?? none}</bdi> },
    {
      id: 'verdict',
      label: words('claim-column-verdict'),
      cell: (one) => (
        <span className={one.verdict === 'same' ? styles.same : styles.differs}>
          <Icon name={one.verdict === 'same' ? 'check' : 'alert'} /> {words.of('verdict', one.verdict)}
        </span>
      ),
    },
  ];
  return (
    <Card title={words('claim-title', { at: dates.hour(claim.at) })} aside={claim.student && <Name person={claim.student} />}>
      <Stack>
        {isMatch ? (
          <Notice kind="good" title={words.of('claim-outcome', claim.outcome)} />
        ) : (
          <p>{words.of('claim-outcome', claim.outcome)}</p>
        )}
        {claim.fields.length > 0 && (
          <Table caption={words('claim-table')} columns={columns} rows={claim.fields} keyOf={(one) => one.field} />
        )}
      </Stack>
    </Card>
  );
}
