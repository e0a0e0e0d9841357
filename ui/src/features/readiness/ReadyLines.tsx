// Findings, one a line: how grave, what, and the press that mends it. The word of the level stands beside its drawing.
import type { OpenDesk, ReadyLine } from '../../backend';
import { Button, Icon, type IconName, VisuallyHidden } from '../../components';
import { useGoTo } from '../../desk/rooms';
import { useDates, useWords } from '../../l10n';
import { said } from './finding';
import styles from './ReadyLines.module.css';

const ICONS: Record<ReadyLine['level'], IconName> = { good: 'check', warning: 'alert', bad: 'error', not_known: 'info' };

export function ReadyLines({ lines, role }: { lines: readonly ReadyLine[]; role: OpenDesk['role'] }) {
  const words = useWords();
  const dates = useDates();
  const goTo = useGoTo();
  return (
    <ul className={styles.lines}>
      {lines.map(({ level, finding }) => {
        const { text, advice, mends } = said(finding, role, words, dates);
        const isAmiss = level === 'warning' || level === 'bad';
        return (
          <li key={finding.check} className={styles.line} data-check={finding.check} data-level={level}>
            <Icon name={ICONS[level]} />
            <div className={styles.words}>
              <p>
                <strong>{words(`ready-check-${finding.check}`)}</strong>
                <VisuallyHidden> {words.of('ready-level', level)}</VisuallyHidden>
              </p>
              <p>{text}</p>
              {isAmiss && advice && <p>{advice}</p>}
            </div>
            {isAmiss && mends.length > 0 && (
              <div className={styles.mends}>
                {mends.map((mend) => (
                  <Button key={mend.act} icon="arrow" iconAfter act={mend.act} onPress={() => goTo(mend.room)}>
                    {mend.label}
                  </Button>
                ))}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
