// What is amiss before the first family, all of it at once (domain.md §13). It goes when it was seen, and comes back when
// something else is amiss.
import { type OpenDesk, useAnswer } from '../../backend';
import { Button, Notice } from '../../components';
import { useGoTo } from '../../desk/rooms';
import { useWords } from '../../l10n';
import { ReadyLines } from './ReadyLines';

export function ReadyPanel({ desk, seen, onSeen }: {
  desk: OpenDesk;
  /** What was amiss when somebody said that they had seen it. */
  seen: string;
  onSeen: (amiss: string) => void;
}) {
  const words = useWords();
  const goTo = useGoTo();
  const readiness = useAnswer('view_readiness', null, { keep: true });
  // An empty registry says so itself, in its own room.
  const isEmpty = desk.registry.students === 0;
  const amiss = (readiness.data?.lines ?? []).filter(
    ({ level, finding }) => (level === 'warning' || level === 'bad') && !(isEmpty && finding.check === 'registry'),
  );
  const what = JSON.stringify(amiss.map(({ level, finding }) => [level, finding.check]));
  if (amiss.length === 0 || what === seen) return null;
  return (
    <Notice
      kind={amiss.some(({ level }) => level === 'bad') ? 'warning' : 'info'}
      live={false}
      title={words('ready-amiss', { count: amiss.length })}
      actions={
        <>
          <Button kind="quiet" act="room_ready" onPress={() => goTo({ name: 'ready' })}>
            {words('ready-all')}
          </Button>
          <Button icon="check" act="ready_seen" onPress={() => onSeen(what)}>
            {words('ready-seen')}
          </Button>
        </>
      }
    >
      <ReadyLines lines={amiss} role={desk.role} />
    </Notice>
  );
}
