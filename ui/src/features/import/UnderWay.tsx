// A preview or an import under way: how far it is, and the press that stops it. Nothing of it stays then.
import { useAct, useAnswer } from '../../backend';
import { Button, Failed, Progress, Row, Stack } from '../../components';
import { useWords } from '../../l10n';

const LOOK_EVERY_MILLISECONDS = 300;

export function UnderWay() {
  const words = useWords();
  const progress = useAnswer('import_progress', null, { every: LOOK_EVERY_MILLISECONDS });
  const cancel = useAct('cancel_import');
  const phase = progress.data?.phase ?? 'reading';
  const { done = 0, total = 0 } = progress.data ?? {};
  return (
    <Stack gap="small">
      <Progress
        label={words('import-progress')}
        share={total > 0 ? Math.min(1, done / total) : null}
        says={total > 0 ? words('import-progress-of', { done, total }) : undefined}
      />
      {/* The phase is said when it changes; the numbers only to who asks the bar. */}
      <p role="status" data-phase={phase}>
        {words.of('import-phase', phase)}
      </p>
      <Failed error={cancel.error} />
      <Row align="end">
        <Button icon="close" act="cancel_import" isBusy={cancel.isPending} onPress={() => cancel.mutate(null)}>
          {words('import-cancel')}
        </Button>
      </Row>
    </Stack>
  );
}
