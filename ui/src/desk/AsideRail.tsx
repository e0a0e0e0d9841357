// The visits set aside, at the side of every room: a number and what it waits for, never a name. One press takes it up.
import { Button as Pressable } from 'react-aria-components';
import type { AsideLine } from '../backend';
import { Failed, Icon } from '../components';
import { awaited, useTakeUp } from '../features/visit/Aside';
import { useWords } from '../l10n';
import styles from './AsideRail.module.css';

export function AsideRail({ aside }: { aside: readonly AsideLine[] }) {
  const words = useWords();
  const { takeUp, isPending, error } = useTakeUp();
  if (aside.length === 0) return null;
  return (
    <section className={styles.aside} aria-label={words('aside-rail-title')}>
      <h2>{words('aside-rail-title')}</h2>
      <ul>
        {aside.map((line) => (
          <li key={line.id}>
            <Pressable
              className={styles.line}
              data-act={`rail_take_up_${String(line.number)}`}
              isDisabled={isPending}
              onPress={() => takeUp(line)}
            >
              <Icon name={line.needs_help ? 'hand' : 'clock'} />
              <span>
                <strong>{words('aside-rail', { number: line.number })}</strong>
                <span>{awaited(words, line)}</span>
              </span>
            </Pressable>
          </li>
        ))}
      </ul>
      <Failed error={error} />
    </section>
  );
}
