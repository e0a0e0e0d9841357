// The schools of the registry and how far their families are; which service centre a school is in.
import { useState } from 'react';
import { useAnswer } from '../../backend';
import { Busy, Button, Card, EmptyState, Failed, Page } from '../../components';
import { useGoTo } from '../../desk/rooms';
import { useWords } from '../../l10n';
import { Counted } from './Counted';
import { SchoolFinder } from './SchoolFinder';
import { Turn } from './Turn';

export function Schools() {
  const words = useWords();
  const goTo = useGoTo();
  const [from, setFrom] = useState(0);
  const page = useAnswer('list_schools', { from }, { keep: true });
  const schools = page.data?.schools ?? [];
  return (
    <>
      <Button kind="quiet" icon="back" act="room_registry" onPress={() => goTo({ name: 'registry' })}>
        {words('lists-to-search')}
      </Button>
      <Page title={words('lists-title')} lead={words('lists-lead')}>
        <Card
          title={words('lists-schools')}
          aside={
            <Button icon="people" act="room_students" onPress={() => goTo({ name: 'students' })}>
              {words('lists-to-all')}
            </Button>
          }
        >
          {page.isPending && <Busy />}
          <Failed error={page.error} />
          {page.data && schools.length === 0 && <EmptyState icon="school" title={words('registry-empty')} />}
          {schools.length > 0 && (
            <Counted
              caption={words('lists-schools')}
              heading={words('lists-school')}
              act="open_school"
              lines={schools.map((school) => ({
                key: school.id ?? '',
                name: school.name === null ? words('lists-without-school') : <bdi>{school.name}</bdi>,
                counts: school.counts,
                onOpen: () => goTo({ name: 'groups', school: { id: school.id, name: school.name } }),
              }))}
            />
          )}
          <Turn
            isFirst={from === 0}
            more={page.data?.more ?? false}
            onFirst={() => setFrom(0)}
            onNext={() => setFrom(from + schools.length)}
          />
        </Card>
        <Card title={words('school-finder-title')}>
          <SchoolFinder />
        </Card>
      </Page>
    </>
  );
}
