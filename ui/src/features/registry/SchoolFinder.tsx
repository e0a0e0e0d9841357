// "Which service centre is this school in?" (domain.md §11): a parent knows the school. Asked of the list of schools that an
// administrator loaded.
import { useState } from 'react';
import { type FoundSchool, useAnswer } from '../../backend';
import { Busy, type Column, Failed, Stack, Table, TextField } from '../../components';
import { useWords } from '../../l10n';

export function SchoolFinder() {
  const words = useWords();
  const list = useAnswer('view_school_list', null);
  const [query, setQuery] = useState('');
  const wanted = query.trim();
  const answer = useAnswer('find_schools', { query: wanted }, { enabled: wanted !== '', keep: true });
  const found = wanted === '' ? [] : (answer.data?.schools ?? []);
  const isNone = wanted !== '' && answer.data !== undefined && !answer.isPlaceholderData && found.length === 0;
  const columns: Column<FoundSchool>[] = [
    { id: 'school', label: words('school-finder-school'), isRowHeader: true, cell: ({ school }) => <bdi>{school.name}</bdi> },
    { id: 'municipality', label: words('school-finder-municipality'), cell: ({ school }) => <bdi>{school.municipality}</bdi> },
    {
      id: 'centre',
      label: words('school-finder-centre'),
      cell: ({ centre }) => (
        <strong>
          <bdi>{centre.name}</bdi>
        </strong>
      ),
    },
  ];
  if (list.isPending) return <Busy />;
  if (list.data?.schools === 0) return <p>{words('school-finder-empty')}</p>;
  return (
    <Stack>
      <TextField {...words.field('school-finder')} name="school" value={query} onChange={setQuery} />
      <Failed error={list.error ?? answer.error} />
      <p role="status">
        {isNone && words('school-finder-none')}
        {found.length > 0 && words(answer.data?.more ? 'school-finder-more' : 'school-finder-count', { count: found.length })}
      </p>
      {found.length > 0 && (
        <Table
          caption={words('school-finder-results')}
          columns={columns}
          rows={found}
          keyOf={({ school }) => school.code}
        />
      )}
    </Stack>
  );
}
