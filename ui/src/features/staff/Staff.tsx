// Who may open this desk. Each has a key of their own: taking it away re-keys the database.
import { useState } from 'react';
import { type StaffLine, useAnswer } from '../../backend';
import { Busy, Button, type Column, Failed, Page, Row, Table } from '../../components';
import { useDates, useWords } from '../../l10n';
import { AddStaff } from './AddStaff';
import { RemoveStaff } from './RemoveStaff';
import { ResetStaff } from './ResetStaff';

type Asked = { act: 'add' } | { act: 'reset' | 'remove'; member: StaffLine } | null;

export function Staff() {
  const words = useWords();
  const dates = useDates();
  const staff = useAnswer('list_staff', null);
  const [asked, setAsked] = useState<Asked>(null);
  const close = () => setAsked(null);
  const columns: Column<StaffLine>[] = [
    {
      id: 'user',
      label: words('staff-column-user'),
      isRowHeader: true,
      cell: (one) => (
        <>
          <bdi>{one.user_name}</bdi> {one.is_you && words('staff-you')}
        </>
      ),
    },
    { id: 'role', label: words('staff-column-role'), cell: (one) => words.of('role', one.role) },
    { id: 'since', label: words('staff-column-since'), cell: (one) => dates.moment(one.created_at) },
    {
      id: 'acts',
      label: words('staff-column-acts'),
      isLabelHidden: true,
      cell: (one) => (
        <Row align="end">
          <Button kind="quiet" icon="key" act="reset_staff_open" onPress={() => setAsked({ act: 'reset', member: one })}>
            {words('staff-reset')}
          </Button>
          {!one.is_you && (
            <Button kind="signal" icon="close" act="remove_staff_open" onPress={() => setAsked({ act: 'remove', member: one })}>
              {words('staff-remove')}
            </Button>
          )}
        </Row>
      ),
    },
  ];
  return (
    <Page
      title={words('staff-title')}
      lead={words('staff-lead')}
      aside={
        <Button kind="primary" icon="plus" act="add_staff_open" onPress={() => setAsked({ act: 'add' })}>
          {words('staff-add')}
        </Button>
      }
    >
      <Failed error={staff.error} />
      {staff.isPending && <Busy />}
      {staff.data && <Table caption={words('staff-title')} columns={columns} rows={staff.data} keyOf={(one) => one.id} />}
      {asked?.act === 'add' && <AddStaff onClose={close} />}
      {asked?.act === 'reset' && <ResetStaff member={asked.member} onClose={close} />}
      {asked?.act === 'remove' && <RemoveStaff member={asked.member} onClose={close} />}
    </Page>
  );
}
