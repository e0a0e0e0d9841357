// A new password of a member of staff, checked by the desk while it is typed (domain.md §5).
import { useEffect, useState } from 'react';
import { call, type StaffPasswordCheck } from '../../backend';
import { PasswordField } from '../../components';
import { useWords } from '../../l10n';
import styles from './StaffPasswordField.module.css';

/** The least length of a staff password (domain.md §5), for the bar alone: the desk decides. */
const LEAST_LENGTH = 15;

export function StaffPasswordField({ userName, value, onChange }: {
  userName: string;
  value: string;
  onChange: (password: string) => void;
}) {
  const words = useWords();
  const [check, setCheck] = useState<StaffPasswordCheck | null>(null);
  useEffect(() => {
    if (value === '') return;
    let current = true;
    call('check_staff_password', { user_name: userName, password: value })
      .then((answer) => {
        if (current) setCheck(answer);
      })
      // The desk says it again when the password is chosen.
      .catch(() => undefined);
    return () => {
      current = false;
    };
  }, [userName, value]);
  const shown = value === '' ? null : check;
  return (
    <div className={styles.field}>
      <PasswordField {...words.field('staff-password')} name="password" isNew value={value} onChange={onChange} />
      {shown && (
        <div className={styles.check} data-accepted={shown.refused === null}>
          <meter className={styles.meter} min={0} max={LEAST_LENGTH} value={shown.length} aria-label={words('staff-password-length')} />
          <p role="status">
            {shown.refused === null
              ? words('staff-password-good', { length: shown.length })
              : words.of('reason', shown.refused)}
          </p>
        </div>
      )}
    </div>
  );
}
