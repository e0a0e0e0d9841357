// One student found, with what was typed marked where it stands.
import type { FoundStudent, MetText } from '../../backend';
import { classes } from '../../components';
import { useDates, useWords } from '../../l10n';
import { Marked } from './Marked';
import styles from './Search.module.css';

export function Result({ id, found, isActive, onOpen }: {
  id: string;
  found: FoundStudent;
  isActive: boolean;
  onOpen: () => void;
}) {
  const words = useWords();
  const dates = useDates();
  const { student, why, met } = found;
  const marksIn = (field: MetText['field']) => met.find((one) => one.field === field)?.marks ?? [];
  const others = met.filter((one) => one.field !== 'last_names' && one.field !== 'first_names');
  return (
    <li
      id={id}
      role="option"
      aria-selected={isActive}
      className={classes(styles.result, isActive && styles.active)}
      data-act="open_student"
      // The field keeps the focus, so that one goes on typing.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onOpen}
    >
      <span className={styles.name}>
        <bdi>
          <Marked text={student.last_names} marks={marksIn('last_names')} />
          {student.last_names && student.first_names && ', '}
          <Marked text={student.first_names} marks={marksIn('first_names')} />
        </bdi>
      </span>
      <span className={styles.facts}>
        {[
          student.birth_date && dates.day(student.birth_date),
          student.group && words('student-group', { group: student.group }),
          student.school,
          student.fiche && words('student-fiche-masked', { fiche: student.fiche }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className={styles.marks}>
        {found.near && <span>{words('registry-near')}</span>}
        {others.map((one) => (
          <span key={`${one.field} ${one.text}`}>
            {words.of('found-by', one.field)} <Marked text={one.text} marks={one.marks} />
          </span>
        ))}
        {others.length === 0 && why !== 'name' && <span>{words.of('found-by', why)}</span>}
        {!student.active && <strong>{words('student-inactive')}</strong>}
        {found.proposal_waits && <strong>{words('registry-proposal-waits')}</strong>}
        {student.incomplete && <strong>{words('student-incomplete')}</strong>}
      </span>
    </li>
  );
}
