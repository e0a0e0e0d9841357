// The children of an account: name, school, group. Nothing else of them is in this window.
import type { ParentChild } from '../backend';
import { Button, Icon } from '../components';
import { Bilingual } from '../l10n';
import styles from './Family.module.css';

/** As one calls a child: the first names, then the last. */
export function childName(child: ParentChild): string {
  return [child.first_names, child.last_names].filter(Boolean).join(' ');
}

export function Family({ family, onOpen }: {
  family: readonly ParentChild[];
  /** Opens the record of the child at this place. */
  onOpen?: (place: number) => void;
}) {
  return (
    <ul className={styles.family}>
      {family.map((child, place) => (
        <li key={place} className={styles.child}>
          <Icon name="child" large />
          <div className={styles.words}>
            <p className={styles.name}>
              <bdi>{childName(child)}</bdi>
            </p>
            {child.school && (
              <p>
                <bdi>{child.school}</bdi>
              </p>
            )}
            {child.group && (
              <p className={styles.group}>
                <Bilingual id="parent-group" args={{ group: child.group }} layout="beside" />
              </p>
            )}
          </div>
          {onOpen && (
            <Button kind="quiet" icon="eye" act="open_own_child" onPress={() => onOpen(place)}>
              <Bilingual id="parent-child-open" />
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
