// The rules, ticked off as one types: a filled mark and a word for what is done. What is left is read out politely.
import { classes, Icon, VisuallyHidden } from '../../components';
import { Bilingual, formattingLocale, useL10n } from '../../l10n';
import { type CheckItem, leftToDo } from './checklist';
import styles from './Checklist.module.css';

export function Checklist({ items }: { items: readonly CheckItem[] }) {
  const { locale, words } = useL10n();
  const left = leftToDo(items).map((id) => words(`parent-checklist-${id}`));
  const list = new Intl.ListFormat(formattingLocale(locale), { type: 'conjunction' }).format(left);
  return (
    <section className={styles.box}>
      <h2>
        <Bilingual id="parent-checklist" />
      </h2>
      <ul className={styles.list}>
        {items.map((item) => (
          <Line key={item.id} item={item}>
            {item.kinds && (
              <ul className={styles.kinds}>
                {item.kinds.map((kind) => (
                  <Line key={kind.id} item={kind} />
                ))}
              </ul>
            )}
          </Line>
        ))}
      </ul>
      <div role="status">
        <VisuallyHidden>
          {left.length === 0 ? words('parent-checklist-accepted') : words('parent-checklist-left', { items: list })}
        </VisuallyHidden>
      </div>
    </section>
  );
}

function Line({ item, children }: { item: { id: string; met: boolean }; children?: React.ReactNode }) {
  const { words } = useL10n();
  return (
    <li>
      <div className={classes(styles.line, item.met && styles.met)}>
        <span className={styles.mark} aria-hidden="true">
          {item.met && <Icon name="check" />}
        </span>
        <span>
          <Bilingual id={`parent-checklist-${item.id}`} />{' '}
          <VisuallyHidden>{words(item.met ? 'parent-checklist-met' : 'parent-checklist-open')}</VisuallyHidden>
        </span>
      </div>
      {children}
    </li>
  );
}
