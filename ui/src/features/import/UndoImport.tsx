// Taking the newest import back: asked first, since children leave the registry by it.
import { useState } from 'react';
import { useAct } from '../../backend';
import { Button, Dialog, Failed, Notice, Row } from '../../components';
import { useWords } from '../../l10n';
import { Counts } from './Counts';

export function UndoImport({ canBeUndone }: { canBeUndone: boolean }) {
  const words = useWords();
  const undo = useAct('undo_import');
  const [asks, setAsks] = useState(false);
  if (undo.data) {
    return (
      <Notice kind="good" title={words('import-undo-done')}>
        <Counts counts={{ removed: undo.data.removed, restored: undo.data.restored, kept: undo.data.kept }} />
        {undo.data.kept > 0 && <p>{words('import-undo-kept')}</p>}
      </Notice>
    );
  }
  if (!canBeUndone) return null;
  return (
    <>
      <Row align="end">
        <Button kind="signal" act="ask_undo_import" onPress={() => setAsks(true)}>
          {words('import-undo')}
        </Button>
      </Row>
      <Dialog
        title={words('import-undo-ask')}
        isOpen={asks}
        onClose={() => setAsks(false)}
        actions={
          <>
            <Button onPress={() => setAsks(false)}>{words('import-undo-no')}</Button>
            <Button
              kind="signal"
              act="undo_import"
              isBusy={undo.isPending}
              onPress={() => undo.mutate(null, { onSuccess: () => setAsks(false) })}
            >
              {words('import-undo-do')}
            </Button>
          </>
        }
      >
        <p>{words('import-undo-what')}</p>
        <p>{words('import-undo-keeps')}</p>
        <Failed error={undo.error} />
      </Dialog>
    </>
  );
}
