// The newest import, for whoever comes back to the room: until the next one it can be undone.
import type { LastImport as Last } from '../../backend';
import { Card } from '../../components';
import { useDates, useWords } from '../../l10n';
import { Counts } from './Counts';
import { UndoImport } from './UndoImport';

export function LastImport({ last }: { last: Last }) {
  const words = useWords();
  const dates = useDates();
  return (
    <Card title={words('import-last')} aside={words('import-last-at', { at: dates.moment(last.at) })}>
      <Counts counts={{ new: last.new, changed: last.changed, unchanged: last.unchanged, gone: last.gone, unusable: last.unusable }} />
      {last.undone_at !== null && <p>{words('import-last-undone', { at: dates.moment(last.undone_at) })}</p>}
      <UndoImport canBeUndone={last.can_be_undone} />
    </Card>
  );
}
