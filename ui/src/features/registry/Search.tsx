// The search and its results, as one combo box: the focus stays in the field, the arrows move in the list.
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { type FoundStudent, useAnswer } from '../../backend';
import { classes, Failed, Icon, Kbd, Name, Notice } from '../../components';
import { useDates, useWords } from '../../l10n';
import styles from './Search.module.css';

/** Where the arrows lead from a place in a list of `count`; past an end one comes back at the other. */
export function moved(place: number, key: string, count: number): number {
  if (count === 0) return -1;
  switch (key) {
    case 'ArrowDown':
      return (place + 1) % count;
    case 'ArrowUp':
      return place <= 0 ? count - 1 : place - 1;
    default:
      return place;
  }
}

export function Search({ onOpen }: { onOpen: (studentId: string) => void }) {
  const words = useWords();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [place, setPlace] = useState(0);
  const wanted = query.trim();
  const answer = useAnswer('find_students', { query: wanted, limit: null }, { enabled: wanted !== '', keep: true });
  const found = wanted === '' ? [] : (answer.data?.students ?? []);
  const isNone = wanted !== '' && answer.data !== undefined && !answer.isPlaceholderData && found.length === 0;
  const active = found[Math.min(place, found.length - 1)];

  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    if (active) document.getElementById(`${id}-${active.student.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, id]);

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setPlace(moved(place, event.key, found.length));
    } else if (event.key === 'Enter' && active) {
      event.preventDefault();
      onOpen(active.student.id);
    } else if (event.key === 'Escape') {
      setQuery('');
    }
  };

  return (
    <div className={styles.search} role="search">
      <label htmlFor={`${id}-field`} className={styles.label}>
        {words('registry-search.label')}
      </label>
      <div className={styles.box}>
        <Icon name="search" />
        <input
          ref={input}
          id={`${id}-field`}
          name="query"
          className={styles.input}
          type="text"
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active ? `${id}-${active.student.id}` : undefined}
          aria-describedby={`${id}-help`}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setPlace(0);
          }}
          onKeyDown={press}
        />
      </div>
      <p id={`${id}-help`} className={styles.help}>
        {words('registry-search.description')} <Kbd>↓</Kbd> <Kbd>↑</Kbd> <Kbd>↵</Kbd>
      </p>
      <Failed error={answer.error} />
      <p className={styles.count} role="status">
        {found.length > 0 && words(answer.data?.more ? 'registry-found-more' : 'registry-found', { count: found.length })}
      </p>
      <ul
        id={`${id}-list`}
        className={styles.list}
        role="listbox"
        aria-label={words('registry-results')}
        hidden={found.length === 0}
      >
        {found.map((one) => (
          <Result
            key={one.student.id}
            id={`${id}-${one.student.id}`}
            found={one}
            isActive={one === active}
            onOpen={() => onOpen(one.student.id)}
          />
        ))}
      </ul>
      {isNone && (
        <Notice kind="info" title={words('registry-none')}>
          {words('registry-none-help')}
        </Notice>
      )}
    </div>
  );
}

function Result({ id, found, isActive, onOpen }: {
  id: string;
  found: FoundStudent;
  isActive: boolean;
  onOpen: () => void;
}) {
  const words = useWords();
  const dates = useDates();
  const { student, why } = found;
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
        <Name person={student} />
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
        {why !== 'name' && <span>{words.of('found-by', why)}</span>}
        {!student.active && <strong>{words('student-inactive')}</strong>}
        {student.incomplete && <strong>{words('student-incomplete')}</strong>}
      </span>
    </li>
  );
}
