// A person's name, kept whole among words of either direction.

/** Last names first, as on the school's file. */
export function Name({ person }: { person: { last_names: string; first_names: string } }) {
  return <bdi>{[person.last_names, person.first_names].filter(Boolean).join(', ')}</bdi>;
}
