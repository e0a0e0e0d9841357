// The last claim beside the file: which field, how, and why. The parent only read that it does not match (domain.md §4).
import type { ClaimSeen, FieldSeen, VisitView } from '../../backend';
import { Card, type Column, Icon, Name, Notice, Stack, Table } from '../../components';
import { useDates, useWords } from '../../l10n';
import styles from './ClaimSeenCard.module.css';
import { ConfirmInPerson } from './ConfirmInPerson';

export function ClaimSeenCard({ claim, visit }: { claim: ClaimSeen; visit: VisitView }) {
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
  const student = claim.student;
  const isTied = student !== null && visit.children.some((child) => child.student.id === student.id);
  const mayConfirm = student !== null && !isMatch && !isTied && claim.outcome !== 'restricted' && visit.step === 'children';
  return (
    <Card
      title={words('claim-title', { at: dates.hour(claim.at) })}
      aside={student && <Name person={student} />}
      actions={mayConfirm && <ConfirmInPerson student={student} seen={visit.identity_document} />}
    >
      <Stack>
        <Notice kind={isMatch ? 'good' : 'warning'} title={words.of('claim-outcome', claim.outcome)}>
          {!isMatch && words.of('claim-mend', claim.outcome)}
        </Notice>
        {claim.fields.length > 0 && (
          <Table caption={words('claim-table')} columns={columns} rows={claim.fields} keyOf={(one) => one.field} />
        )}
      </Stack>
    </Card>
  );
}
