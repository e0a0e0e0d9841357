// Accounts that stay closed until the code of their address comes back; it can be sent once more.
import { type UnprovenLine, useAct } from '../../backend';
import { Button, type Column, Failed, Name, Table } from '../../components';
import { useDates, useWords } from '../../l10n';

export function Unproven({ lines }: { lines: readonly UnprovenLine[] }) {
  const words = useWords();
  const dates = useDates();
  const resend = useAct('resend_address_proof');
  if (lines.length === 0) return <p>{words('day-unproven-none')}</p>;
  const columns: Column<UnprovenLine>[] = [
    { id: 'address', label: words('day-unproven-address'), isRowHeader: true, cell: (line) => <bdi>{line.address}</bdi> },
    { id: 'adult', label: words('day-unproven-adult'), cell: (line) => line.adult && <Name person={line.adult} /> },
    { id: 'phone', label: words('guardian-phone'), cell: (line) => <bdi>{line.adult?.phone}</bdi> },
    { id: 'since', label: words('day-waiting-since'), cell: (line) => dates.moment(line.since) },
    {
      id: 'act',
      label: words('day-act'),
      isLabelHidden: true,
      cell: ({ adult }) =>
        adult && (
          <Button
            kind="quiet"
            icon="mail"
            act="resend_address_proof"
            isBusy={resend.isPending && resend.variables.guardian_id === adult.id}
            onPress={() => resend.mutate({ guardian_id: adult.id })}
          >
            {words('guardian-resend-proof')}
          </Button>
        ),
    },
  ];
  return (
    <>
      <Table caption={words('day-unproven')} columns={columns} rows={lines} keyOf={(line) => line.account_id} />
      <Failed error={resend.error} />
    </>
  );
}
