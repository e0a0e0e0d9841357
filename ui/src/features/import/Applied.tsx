// An import that was applied: what it did, and taking it back.
import type { ImportResult, LastImport } from '../../backend';
import { Button, Card, Notice } from '../../components';
import { useGoTo } from '../../desk/rooms';
import { useWords } from '../../l10n';
import { Counts } from './Counts';
import { UndoImport } from './UndoImport';

export function Applied({ result, last, onAgain }: {
  result: ImportResult;
  last: LastImport | null;
  onAgain: () => void;
}) {
  const words = useWords();
  const goTo = useGoTo();
  const isUndone = (last?.undone_at ?? null) !== null;
  return (
    <Card>
      <Notice
        kind={isUndone ? 'info' : 'good'}
        title={words(isUndone ? 'import-undone' : 'import-applied')}
        actions={
          <>
            <Button kind="primary" icon="search" act="room_registry" onPress={() => goTo({ name: 'registry' })}>
              {words('import-to-registry')}
            </Button>
            <Button act="import_again" onPress={onAgain}>
              {words('import-other')}
            </Button>
          </>
        }
      />
      <Counts counts={{ new: result.new, changed: result.changed, unchanged: result.unchanged, gone: result.gone }} />
      <UndoImport canBeUndone={last?.can_be_undone ?? false} />
    </Card>
  );
}
