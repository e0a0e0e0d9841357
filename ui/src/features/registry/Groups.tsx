// The groups of a school and how far their families are.
import { useState } from 'react';
import { useAnswer } from '../../backend';
import { Busy, Button, Card, Failed, Page } from '../../components';
import { type SchoolPlace, useGoTo } from '../../desk/rooms';
import { useWords } from '../../l10n';
import { Counted } from './Counted';
import { schoolChoice } from './filter';
import { Turn } from './Turn';

export function Groups({ school }: { school: SchoolPlace }) {
  const words = useWords();
  const goTo = useGoTo();
  const [from, setFrom] = useState(0);
  const page = useAnswer('list_groups', { school: schoolChoice(school), from }, { keep: true });
  const groups = page.data?.groups ?? [];
  return (
    <>
      <Button kind="quiet" icon="back" act="room_schools" onPress={() => goTo({ name: 'schools' })}>
        {words('lists-to-schools')}
      </Button>
      <Page title={school.name === null ? words('lists-without-school') : <bdi>{school.name}</bdi>}>
        <Card title={words('lists-groups')}>
          {page.isPending && <Busy />}
          <Failed error={page.error} />
          {groups.length > 0 && (
            <Counted
              caption={words('lists-groups')}
              heading={words('lists-group')}
              act="open_group"
              lines={groups.map((group) => ({
                key: group.name ?? '',
                name: group.name === null ? words('lists-without-group') : <bdi>{group.name}</bdi>,
                counts: group.counts,
                onOpen: () => goTo({ name: 'group', school, group: group.name }),
              }))}
            />
          )}
          <Turn
            isFirst={from === 0}
            more={page.data?.more ?? false}
            onFirst={() => setFrom(0)}
            onNext={() => setFrom(from + groups.length)}
          />
        </Card>
      </Page>
    </>
  );
}
