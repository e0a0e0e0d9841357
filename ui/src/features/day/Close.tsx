// Closing the day: the journal's head to note outside, a backup by a press, and the remembering that it was closed.
import { type DayView, type OpenDesk, useAct } from '../../backend';
import { Button, Failed, Notice, Row, Stack } from '../../components';
import { useDates, useWords } from '../../l10n';
import { Backup } from '../settings/Backup';

export function Close({ day, role }: { day: DayView; role: OpenDesk['role'] }) {
  const words = useWords();
  const dates = useDates();
  const close = useAct('close_day');
  const { backup, closed } = day;
  return (
    <Stack>
      <p>{words('day-close-what')}</p>
      <p>
        {words('journal-head', { count: day.journal_count })} <code dir="ltr">{day.journal_head}</code>
      </p>
      {backup && (
        <p>{backup.made_at ? words('day-backup-last', { at: dates.moment(backup.made_at) }) : words('day-backup-never')}</p>
      )}
      {backup && (role === 'administrator' ? <Backup /> : <p>{words('day-backup-ask')}</p>)}
      {closed && (
        <Notice kind="good">
          {words('day-closed', { at: dates.hour(closed.at), user: closed.by, left: closed.left_waiting })}
        </Notice>
      )}
      <Failed error={close.error} />
      <Row align="end">
        <Button kind="primary" icon="check" act="close_day" isBusy={close.isPending} onPress={() => close.mutate(null)}>
          {words(closed ? 'day-close-again' : 'day-close-do')}
        </Button>
      </Row>
    </Stack>
  );
}
