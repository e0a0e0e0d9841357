// Students in a list: who, how far the family is, the adults on file. A press opens the child's file.
import type { ListedAdultLine, ListedStudent } from '../../backend';
import { Button, type Column, Icon, Name, Table } from '../../components';
import { useGoTo } from '../../desk/rooms';
import { useWords } from '../../l10n';
import styles from './StudentTable.module.css';

export function StudentTable({ caption, students, withPlace = false }: {
  caption: string;
  students: readonly ListedStudent[];
  /** School and group are said where the list has several. */
  withPlace?: boolean;
}) {
  const words = useWords();
  const goTo = useGoTo();
  const place = ({ student }: ListedStudent) =>
    [student.group && words('student-group', { group: student.group }), student.school].filter(Boolean).join(' · ');
  const columns: Column<ListedStudent>[] = [
    {
      id: 'child',
      label: words('lists-student'),
      isRowHeader: true,
      cell: (listed) => (
        <span className={styles.lines}>
          <Button kind="quiet" act="open_student" onPress={() => goTo({ name: 'student', studentId: listed.student.id })}>
            <Name person={listed.student} />
          </Button>
          {withPlace && <span className={styles.note}>{place(listed)}</span>}
          {!listed.student.active && <span className={styles.note}>{words('student-inactive')}</span>}
          {listed.student.incomplete && <span className={styles.note}>{words('student-incomplete')}</span>}
        </span>
      ),
    },
    { id: 'family', label: words('lists-family'), cell: ({ standing }) => words.of('family', standing) },
    { id: 'adults', label: words('lists-adults'), cell: ({ adults }) => <Adults adults={adults} /> },
  ];
  return <Table caption={caption} columns={columns} rows={students} keyOf={({ student }) => student.id} />;
}

function Adults({ adults }: { adults: readonly ListedAdultLine[] }) {
  const words = useWords();
  if (adults.length === 0) return words('lists-adults-none');
  return (
    <ul className={styles.adults}>
      {adults.map((adult, at) => (
        // An adult of a list has no number of its own, and the order does not change under it.
        <li key={at} className={styles.lines}>
          <span>
            <Name person={adult} /> <span className={styles.note}>{words.of('relationship', adult.relationship)}</span>
          </span>
          <span className={styles.note}>
            <Icon name={adult.has_address ? 'mail' : 'alert'} />{' '}
            {[
              words(adult.has_address ? 'lists-address-known' : 'lists-address-unknown'),
              words.of('standing', adult.account),
              adult.account !== 'none' && words(adult.confirmed ? 'lists-confirmed' : 'lists-not-confirmed'),
              adult.access === 'restricted' && words('access-restricted'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
