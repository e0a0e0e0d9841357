// The search and its results, as one combo box: the focus stays in the field, the arrows move in the list.
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useAnswer } from '../../backend';
import { Failed, Icon, Kbd, Notice } from '../../components';
import { useWords } from '../../l10n';
import { Result } from './Result';
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
  // Until the answer is there, the one before it stays in sight and opens nothing: it is to what was typed before.
  const isAnswered = answer.data !== undefined && !answer.isPlaceholderData;
  const isNone = wanted !== '' && isAnswered && found.length === 0;
  const areNear = found.length > 0 && found.every((one) => one.near);
  const count = { count: found.length };
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
      if (isAnswered) onOpen(active.student.id);
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
        {areNear && words('registry-found-near', count)}
        {found.length > 0 && !areNear && words(answer.data?.more ? 'registry-found-more' : 'registry-found', count)}
      </p>
      <ul
        id={`${id}-list`}
        className={styles.list}
        role="listbox"
        aria-label={words('registry-results')}
        aria-busy={!isAnswered}
        hidden={found.length === 0}
      >
        {found.map((one) => (
          <Result
            key={one.student.id}
            id={`${id}-${one.student.id}`}
            found={one}
            isActive={one === active}
            onOpen={() => isAnswered && onOpen(one.student.id)}
          />
        ))}
      </ul>
      {isNone && (
        <Notice kind="info" title={words('registry-none', { typed: wanted })}>
          {words('registry-none-help')}
        </Notice>
      )}
    </div>
  );
}
