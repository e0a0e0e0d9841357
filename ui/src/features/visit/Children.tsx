// The children of the visit: those tied, the one whose file it started from, those of an account from before, the siblings.
import type { StudentLine, VisitChild, VisitView } from '../../backend';
import { Card, Icon, Name, Notice, Stack } from '../../components';
import { useDates, useWords } from '../../l10n';
import { SchoolFinder } from '../registry/SchoolFinder';
import { useStudentFacts } from '../student/StudentList';
import { cardId } from './cards';
import styles from './Children.module.css';
import { ConfirmChildren } from './ConfirmChildren';

/** The children that may be confirmed in person here: never tied by themselves (domain.md §6). */
export function offered(visit: VisitView): StudentLine[] {
  const tied = new Set(visit.children.map((child) => child.student.id));
  const all = [...(visit.student ? [visit.student] : []), ...visit.to_confirm, ...visit.siblings];
  return all.filter((student, place) => !tied.has(student.id) && all.findIndex((one) => one.id === student.id) === place);
}

export function Children({ visit }: { visit: VisitView }) {
  const words = useWords();
  const facts = useStudentFacts();
  const open = visit.end === null ? offered(visit) : [];
  const mayConfirm = visit.step === 'children' && visit.guardian !== null;
  return (
    <Card id={cardId('children')} title={words('visit-children')}>
      <Stack>
        {visit.to_confirm.length > 0 && visit.end === null && (
          <Notice kind="info" live={false} title={words('visit-gate', { count: visit.to_confirm.length })}>
            {words('visit-gate-what')}
          </Notice>
        )}
        {visit.children.length === 0 && <p>{words('visit-children-none')}</p>}
        <ul className={styles.list}>
          {visit.children.map((child) => (
            <Confirmed key={child.student.id} child={child} />
          ))}
        </ul>
        {open.length > 0 && (
          <>
            <h3>{words('visit-children-open')}</h3>
            <p className={styles.note}>{words('visit-children-open-what')}</p>
            {mayConfirm ? (
              <ConfirmChildren visit={visit} students={open} />
            ) : (
              <ul className={styles.list}>
                {open.map((student) => (
                  <li key={student.id} className={styles.open}>
                    <span className={styles.words}>
                      <strong>
                        <Name person={student} />
                      </strong>
                      <span className={styles.note}>{facts(student)}</span>
                      {student.id !== visit.student?.id && <span className={styles.note}>{words('visit-sibling')}</span>}
                    </span>
                  </li>
                ))}
              </ul>
            )}
            {visit.step !== 'children' && <p className={styles.note}>{words('visit-in-person-later')}</p>}
            {visit.step === 'children' && !visit.guardian && (
              <Notice kind="info" live={false}>
                {words('visit-in-person-needs-guardian')}
              </Notice>
            )}
          </>
        )}
        {visit.step === 'children' && (
          <details className={styles.finder}>
            <summary>{words('school-finder-title')}</summary>
            <SchoolFinder />
          </details>
        )}
      </Stack>
    </Card>
  );
}

function Confirmed({ child }: { child: VisitChild }) {
  const words = useWords();
  const dates = useDates();
  const facts = useStudentFacts();
  return (
    <li className={styles.done}>
      <Icon name="check" />
      <span className={styles.words}>
        <strong>
          <Name person={child.student} />
        </strong>
        <span>{facts(child.student)}</span>
        <span>
          {words.of('method', child.confirmed.method)} · {dates.moment(child.confirmed.at)}
          {!child.in_this_visit && ` · ${words('visit-child-before')}`}
        </span>
      </span>
    </li>
  );
}
