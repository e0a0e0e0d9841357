// Why this may be the wrong file, and the tick without which it is not applied.
import type { ImportAlarm } from '../../backend';
import { Checkbox, Notice } from '../../components';
import { useWords } from '../../l10n';
import styles from './Preview.module.css';

export function Alarms({ alarms, isAccepted, onAccept }: {
  alarms: readonly ImportAlarm[];
  isAccepted: boolean;
  onAccept: (accepted: boolean) => void;
}) {
  const words = useWords();
  return (
    <Notice kind="warning" title={words('import-alarms')}>
      <ul className={styles.notes}>
        {alarms.map(({ kind, count, of }) => (
          <li key={kind} data-alarm={kind}>
            {words(`import-alarm-${kind.replaceAll('_', '-')}`, { count, of })}
          </li>
        ))}
      </ul>
      <Checkbox label={words('import-accept-alarms')} value={isAccepted} onChange={onAccept} />
    </Notice>
  );
}
