// Finding a child: one field, results while one types, the arrows and Enter.
import type { RegistryAge } from '../../backend';
import { Button, EmptyState, Page } from '../../components';
import { useGoTo } from '../../desk/rooms';
import { useWords } from '../../l10n';
import { Search } from './Search';

export function Registry({ registry }: { registry: RegistryAge }) {
  const words = useWords();
  const goTo = useGoTo();
  return (
    <Page
      title={words('registry-title')}
      lead={words('registry-count', { count: registry.students })}
      aside={
        <Button icon="school" act="room_schools" onPress={() => goTo({ name: 'schools' })}>
          {words('lists-open')}
        </Button>
      }
    >
      {registry.students > 0 ? (
        <Search onOpen={(studentId) => goTo({ name: 'student', studentId })} />
      ) : (
        <EmptyState
          icon="book"
          title={words('registry-empty')}
          actions={
            <Button kind="primary" icon="import" act="go_to_import" onPress={() => goTo({ name: 'import' })}>
              {words('registry-age-import')}
            </Button>
          }
        >
          {words('registry-empty-what')}
        </EmptyState>
      )}
    </Page>
  );
}
