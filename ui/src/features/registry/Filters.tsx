// The choices of a list of students. A group is a school's, so that choosing another school forgets it.
import { type Presence, type StudentFilter, useAnswer } from '../../backend';
import { Checkbox, type Choice, Columns, Select, Stack } from '../../components';
import { useWords } from '../../l10n';
import { groupChoice, schoolChoice } from './filter';

const PRESENCES: readonly Presence[] = ['here', 'gone', 'both'];

/** A choice by its own text, told from a name that happens to read the same. */
const ANY = 'any';
const WITHOUT = 'without';
const one = (name: string) => `one:${name}`;

export function Filters({ filter, onChange }: { filter: StudentFilter; onChange: (filter: StudentFilter) => void }) {
  const words = useWords();
  const schools = useAnswer('list_schools', { from: 0 });
  const isOneSchool = filter.school.which !== 'any';
  const groups = useAnswer('list_groups', { school: filter.school, from: 0 }, { enabled: isOneSchool });
  const schoolChoices: Choice<string>[] = [
    { id: ANY, label: words('lists-filter-any-school') },
    ...(schools.data?.schools ?? []).map(({ id, name }) =>
      id === null ? { id: WITHOUT, label: words('lists-without-school') } : { id: one(id), label: name ?? '' },
    ),
  ];
  const groupChoices: Choice<string>[] = [
    { id: ANY, label: words('lists-filter-any-group') },
    ...(isOneSchool ? (groups.data?.groups ?? []) : []).map(({ name }) =>
      name === null ? { id: WITHOUT, label: words('lists-without-group') } : { id: one(name), label: name },
    ),
  ];
  const chosenSchool = filter.school.which === 'one' ? one(filter.school.id) : filter.school.which;
  const chosenGroup = filter.group.which === 'one' ? one(filter.group.name) : filter.group.which;
  return (
    <Stack>
      <Columns>
        <Select
          label={words('lists-filter-school')}
          name="school"
          value={chosenSchool}
          choices={schoolChoices}
          onChange={(id) =>
            onChange({
              ...filter,
              school: id === ANY ? { which: 'any' } : schoolChoice({ id: id === WITHOUT ? null : id.slice(4), name: null }),
              group: { which: 'any' },
            })
          }
        />
        <Select
          label={words('lists-filter-group')}
          name="group"
          value={chosenGroup}
          choices={groupChoices}
          onChange={(id) =>
            onChange({ ...filter, group: id === ANY ? { which: 'any' } : groupChoice(id === WITHOUT ? null : id.slice(4)) })
          }
        />
        <Select
          label={words('lists-filter-presence')}
          name="presence"
          value={filter.presence}
          choices={PRESENCES.map((id) => ({ id, label: words.of('presence', id) }))}
          onChange={(presence) => onChange({ ...filter, presence })}
        />
      </Columns>
      <Checkbox
        label={words('lists-filter-incomplete')}
        value={filter.incomplete}
        onChange={(incomplete) => onChange({ ...filter, incomplete })}
      />
      <Checkbox
        label={words('lists-filter-unserved')}
        value={filter.unserved}
        onChange={(unserved) => onChange({ ...filter, unserved })}
      />
    </Stack>
  );
}
