// The rules of a parent's password as lines to tick off (domain.md §5). Which ones are met is said by Rust.
import type { PasswordChecklist } from '../../backend';

export interface CheckItem {
  /** The end of its message: `parent-checklist-<id>`. */
  id: string;
  met: boolean;
  /** The four kinds, of which three are wanted: none of them is wanted by itself. */
  kinds?: readonly { id: string; met: boolean }[];
}

/** Before the first answer nothing is met. `same`: the password stands in both fields. */
export function checkItems(checked: PasswordChecklist | null, same: boolean): CheckItem[] {
  const met = (rule: keyof PasswordChecklist) => checked?.[rule] ?? false;
  return [
    { id: 'length', met: met('length') },
    {
      id: 'kinds',
      met: met('kinds'),
      kinds: (['lower', 'upper', 'digit', 'symbol'] as const).map((id) => ({ id, met: met(id) })),
    },
    { id: 'allowed', met: met('allowed_characters') },
    { id: 'personal', met: met('not_personal') },
    { id: 'common', met: met('not_common') },
    { id: 'same', met: same },
  ];
}

/** The ids of the rules not met yet, in order. */
export function leftToDo(items: readonly CheckItem[]): string[] {
  return items.filter((item) => !item.met).map((item) => item.id);
}
