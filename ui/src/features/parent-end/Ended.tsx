// The visit is over, or halted: a word on why, as a parent needs it, and the way back to the welcome for the next one.
import { type EndCause, useAct } from '../../backend';
import { Button, Row } from '../../components';
import { Bilingual } from '../../l10n';
import { Refusal } from '../../parent/Refusal';
import { Screen } from '../../parent/Screen';

export function Ended({ cause }: { cause: EndCause }) {
  const leave = useAct('leave_visit');
  return (
    <Screen id={`parent-ended-${cause.replaceAll('_', '-')}`}>
      <Refusal error={leave.error} />
      {cause !== 'halted' && (
        <Row>
          <Button large icon="door" act="leave_visit" isBusy={leave.isPending} onPress={() => leave.mutate(null)}>
            <Bilingual id="parent-ended-back" />
          </Button>
        </Row>
      )}
    </Screen>
  );
}
