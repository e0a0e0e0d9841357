// What an import leaves to do: adults with an account whom the school's system does not name any more.
import { type GoneGuardian, useAnswer } from '../../backend';
import { Button, Card, type Column, Failed, Name, Row, Table } from '../../components';
import { useGoTo } from '../../desk/rooms';
import { useWords } from '../../l10n';

export function GoneGuardians() {
  const words = useWords();
  const goTo = useGoTo();
  const gone = useAnswer('gone_guardians', null);
  if (gone.error) return <Failed error={gone.error} />;
  if (!gone.data || gone.data.length === 0) return null;
  const columns: Column<GoneGuardian>[] = [
    { id: 'name', label: words('import-gone-column-adult'), isRowHeader: true, cell: (one) => <Name person={one} /> },
    { id: 'email', label: words('import-gone-column-email'), cell: (one) => <bdi>{one.email}</bdi> },
    {
      id: 'students',
      label: words('import-gone-column-children'),
      cell: (one) => (
        <Row>
          {one.students.map((child) => (
            <Button
              key={child.student_id}
              kind="quiet"
              icon="child"
              act="open_student"
              onPress={() => goTo({ name: 'student', studentId: child.student_id })}
            >
              <Name person={child} />
            </Button>
          ))}
        </Row>
      ),
    },
  ];
  const caption = words('import-gone-guardians', { count: gone.data.length });
  return (
    <Card title={caption}>
      <p>{words('import-gone-guardians-what')}</p>
      <Table caption={caption} columns={columns} rows={gone.data} keyOf={(one) => one.guardian_id} />
    </Card>
  );
}
