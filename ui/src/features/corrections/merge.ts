// Which of two adults' values is kept: what one lacks is taken from the other, before anybody chooses.
import type { AlikePair, GuardianLine, MergeGuardians, Side } from '../../backend';

export type MergedField = 'name' | 'email' | 'phone' | 'language';
export type Choices = Record<MergedField, Side>;

export const FIELDS: readonly MergedField[] = ['name', 'email', 'phone', 'language'];

/** What a field says of an adult; null where it says nothing. */
export function valueOf(guardian: GuardianLine, field: MergedField): string | null {
  if (field !== 'name') return guardian[field];
  return [guardian.last_names, guardian.first_names].filter(Boolean).join(', ') || null;
}

/** The fields on which the two differ. */
export function differing({ one, other }: AlikePair): MergedField[] {
  return FIELDS.filter((field) => valueOf(one.guardian, field) !== valueOf(other.guardian, field));
}

/** The values of whoever has an account, else the one's; what they lack is the other's. */
export function proposed({ one, other }: AlikePair): Choices {
  const first: Side = other.has_account && !one.has_account ? 'other' : 'one';
  const second: Side = first === 'one' ? 'other' : 'one';
  const [mine, theirs] = first === 'one' ? [one, other] : [other, one];
  const side = (field: MergedField): Side =>
    valueOf(mine.guardian, field) === null && valueOf(theirs.guardian, field) !== null ? second : first;
  return { name: side('name'), email: side('email'), phone: side('phone'), language: side('language') };
}

export function mergeRequest(pair: AlikePair, choices: Choices): MergeGuardians {
  return { one_id: pair.one.guardian.id, other_id: pair.other.guardian.id, ...choices };
}
