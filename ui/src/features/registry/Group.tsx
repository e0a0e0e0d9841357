// One group: how many families have their account, and the list of those who have not.
import { useState } from 'react';
import { type StudentFilter, useAnswer } from '../../backend';
import { Busy, Button, Card, Failed, Notice, Page } from '../../components';
import { type SchoolPlace, useGoTo } from '../../desk/rooms';
import { useWords } from '../../l10n';
import { ExportList } from './ExportList';
import { Families } from './Families';
import { EVERYBODY, groupChoice, schoolChoice } from './filter';
import { StudentTable } from './StudentTable';
import { Turn } from './Turn';

export function Group({ school, group }: { school: SchoolPlace; group: string | null }) {
  const words = useWords();
  const goTo = useGoTo();
  const whole: StudentFilter = { ...EVERYBODY, school: schoolChoice(school), group: groupChoice(group) };
  const [after, setAfter] = useState<string | null>(null);
  const page = useAnswer('list_students', { filter: { ...whole, unserved: true }, after }, { keep: true });
  const students = page.data?.students ?? [];
  return (
    <>
      <Button kind="quiet" icon="back" act="room_groups" onPress={() => goTo({ name: 'groups', school })}>
        {words('lists-to-groups')}
      </Button>
      <Page
        title={group === null ? words('lists-without-group') : words('lists-group-title', { group })}
        lead={school.name === null ? words('lists-without-school') : <bdi>{school.name}</bdi>}
        aside={<ExportList filter={whole} />}
      >
        {page.isPending && <Busy />}
        <Failed error={page.error} />
        {page.data && (
          <>
            <Card title={words('lists-families')}>
              <Families {...page.data.counts} />
            </Card>
            <Card title={words('lists-missing')}>
              {students.length > 0 ? (
                <StudentTable caption={words('lists-missing')} students={students} />
              ) : (
                <Notice kind="good" live={false}>
                  {words('lists-missing-none')}
                </Notice>
              )}
              <Turn
                isFirst={after === null}
                more={page.data.more}
                onFirst={() => setAfter(null)}
                onNext={() => setAfter(students.at(-1)?.student.id ?? null)}
              />
            </Card>
          </>
        )}
      </Page>
    </>
  );
}
