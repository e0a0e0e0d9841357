// The students of the registry through filters: school, group, active or gone, incomplete, without an account.
import { useState } from 'react';
import { type StudentFilter, useAnswer } from '../../backend';
import { Busy, Button, Card, EmptyState, Failed, Page } from '../../components';
import { useGoTo } from '../../desk/rooms';
import { useWords } from '../../l10n';
import { ExportList } from './ExportList';
import { Families } from './Families';
import { EVERYBODY } from './filter';
import { Filters } from './Filters';
import { StudentTable } from './StudentTable';
import { Turn } from './Turn';

export function Students() {
  const words = useWords();
  const goTo = useGoTo();
  const [filter, setFilter] = useState<StudentFilter>(EVERYBODY);
  const [after, setAfter] = useState<string | null>(null);
  const page = useAnswer('list_students', { filter, after }, { keep: true });
  const students = page.data?.students ?? [];
  return (
    <>
      <Button kind="quiet" icon="back" act="room_schools" onPress={() => goTo({ name: 'schools' })}>
        {words('lists-to-schools')}
      </Button>
      <Page
        title={words('lists-students-title')}
        lead={words('lists-students-lead')}
        aside={<ExportList filter={filter} />}
      >
        <Card>
          <Filters
            filter={filter}
            onChange={(next) => {
              setAfter(null);
              setFilter(next);
            }}
          />
        </Card>
        {page.isPending && <Busy />}
        <Failed error={page.error} />
        {page.data && (
          <Card title={words('lists-students')} aside={words('registry-count', { count: page.data.counts.students })}>
            {page.data.counts.students > 0 && <Families {...page.data.counts} />}
            {students.length > 0 ? (
              <StudentTable caption={words('lists-students')} students={students} withPlace />
            ) : (
              <EmptyState icon="people" title={words('lists-students-none')} />
            )}
            <Turn
              isFirst={after === null}
              more={page.data.more}
              onFirst={() => setAfter(null)}
              onNext={() => setAfter(students.at(-1)?.student.id ?? null)}
            />
          </Card>
        )}
      </Page>
    </>
  );
}
