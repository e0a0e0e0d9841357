// The day at the desk on one page: its picture, what waits, what is left to do, and its closing (domain.md §13).
import { type OpenDesk, useAnswer } from '../../backend';
import { Busy, Card, Failed, Page, Stack } from '../../components';
import { useDates, useWords } from '../../l10n';
import { Board } from './Board';
import { ComingOfAge } from './ComingOfAge';
import { Close } from './Close';
import { Made } from './Made';
import { Stopped } from './Stopped';
import { Unproven } from './Unproven';
import { Waiting } from './Waiting';

export function Day({ role }: { role: OpenDesk['role'] }) {
  const words = useWords();
  const dates = useDates();
  const day = useAnswer('view_day', null, { keep: true });
  const { data } = day;
  return (
    <Page title={words('day-title')} lead={data ? `${dates.day(data.day)}. ${words('day-lead')}` : words('day-lead')}>
      <Failed error={day.error} />
      {day.isPending && <Busy />}
      {data && (
        <Stack gap="large">
          <Card title={words('day-board')}>
            <Board board={data.board} />
          </Card>
          <Card title={words('day-waiting')}>
            <Waiting lines={data.waiting} />
          </Card>
          <Card title={words('day-unproven')}>
            <Unproven lines={data.unproven} />
          </Card>
          <Card title={words('day-stopped')}>
            <Stopped lines={data.stopped} />
          </Card>
          <Card title={words('day-coming-of-age')}>
            <ComingOfAge lines={data.coming_of_age} />
          </Card>
          <Card title={words('day-made')}>
            <Made lines={data.made} />
          </Card>
          <Card title={words('day-close')}>
            <Close day={data} role={role} />
          </Card>
        </Stack>
      )}
    </Page>
  );
}
