// Asking Rust, a moment after the last key, which rules the password meets. The password is in no cache of queries.
import { useEffect, useState } from 'react';
import { call, type PasswordChecklist } from '../../backend';

const PAUSE_MILLISECONDS = 150;

/** Null while the field is empty or nothing was answered yet. */
export function useChecklist(password: string): PasswordChecklist | null {
  const [checked, setChecked] = useState<PasswordChecklist | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const wait = setTimeout(() => {
      if (password === '') {
        setChecked(null);
        return;
      }
      call('check_password', { password }).then(
        (answer) => {
          if (isCurrent) setChecked(answer);
        },
        // The rules are judged again when the password is chosen: a failure here has nothing to add.
        () => undefined,
      );
    }, PAUSE_MILLISECONDS);
    return () => {
      isCurrent = false;
      clearTimeout(wait);
    };
  }, [password]);
  return checked;
}
