// "Is the desk ready?": every check, good ones too, and a press that looks at the machine again.
import { type OpenDesk, useAct, useAnswer } from '../../backend';
import { Busy, Button, Card, Failed, Page } from '../../components';
import { useDates, useWords } from '../../l10n';
import { ReadyLines } from './ReadyLines';

export function Ready({ role }: { role: OpenDesk['role'] }) {
  const words = useWords();
  const dates = useDates();
  const readiness = useAnswer('view_readiness', null, { keep: true });
  const check = useAct('check_readiness');
  const { data } = readiness;
  return (
    <Page
      title={words('ready-title')}
      lead={words('ready-lead')}
      aside={
        <Button icon="search" act="check_readiness" isBusy={check.isPending} onPress={() => check.mutate(null)}>
          {words('ready-check-again')}
        </Button>
      }
    >
      <Failed error={readiness.error ?? check.error} />
      {readiness.isPending && <Busy />}
      {data && (
        <Card>
          <ReadyLines lines={data.lines} role={role} />
          <p role="status">
            {data.looked_at ? words('ready-looked-at', { at: dates.moment(data.looked_at) }) : words('ready-not-looked')}
          </p>
        </Card>
      )}
    </Page>
  );
}
