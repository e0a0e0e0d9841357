// Children in a short list, each opened by a press.
import { Button as Pressable } from 'react-aria-components';
import type { StudentLine } from '../../backend';
import { Icon, Name } from '../../components';
import { useDates, useWords } from '../../l10n';
import styles from './StudentList.module.css';

/** What tells two children of one name apart, in a line. */
export function useStudentFacts(): (student: StudentLine) => string {
  const words = useWords();
  const dates = useDates();
  return (student) =>
    [
      student.birth_date && dates.day(student.birth_date),
      student.group && words('student-group', { group: student.group }),
      student.school,
    ]
      .filter(Boolean)
      .join(' · ');
}

export function StudentList({ students, onOpen }: { students: readonly StudentLine[]; onOpen: (studentId: string) => void }) {
  const facts = useStudentFacts();
  return (
    <ul className={styles.list}>
      {students.map((student) => (
        <li key={student.id}>
          <Pressable className={styles.line} data-act="open_student" onPress={() => onOpen(student.id)}>
            <Icon name="child" />
            <span className={styles.words}>
              <span className={styles.name}>
                <Name person={student} />
              </span>
              <span>{facts(student)}</span>
            </span>
            <Icon name="arrow" />
          </Pressable>
        </li>
      ))}
    </ul>
  );
}
