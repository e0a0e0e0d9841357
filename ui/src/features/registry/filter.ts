// What a list of students is asked for: which school, which group, and which of their students.
import type { GroupChoice, SchoolChoice, StudentFilter } from '../../backend';
import type { SchoolPlace } from '../../desk/rooms';

/** Everybody who is here. */
export const EVERYBODY: StudentFilter = {
  school: { which: 'any' },
  group: { which: 'any' },
  presence: 'here',
  incomplete: false,
  unserved: false,
};

export function schoolChoice({ id }: SchoolPlace): SchoolChoice {
  return id === null ? { which: 'without' } : { which: 'one', id };
}

export function groupChoice(group: string | null): GroupChoice {
  return group === null ? { which: 'without' } : { which: 'one', name: group };
}
