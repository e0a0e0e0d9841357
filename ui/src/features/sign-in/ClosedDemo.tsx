// The demo school after it was closed: back in without a password, or out of it.
import { useAct } from '../../backend';
import { Button, Failed, Page, Row } from '../../components';
import { Front } from '../../desk/Front';
import { useWords } from '../../l10n';

export function ClosedDemo() {
  const words = useWords();
  const open = useAct('open_demo');
  const leave = useAct('leave_demo');
  return (
    <Front>
      <Page title={words('first-demo')} lead={words('sign-in-lead-demo')}>
        <Row>
          <Button kind="primary" icon="school" act="open_demo" isBusy={open.isPending} onPress={() => open.mutate(null)}>
            {words('first-demo-again')}
          </Button>
          <Button icon="door" act="leave_demo" isBusy={leave.isPending} onPress={() => leave.mutate(null)}>
            {words('desk-demo-leave')}
          </Button>
        </Row>
        <Failed error={open.error ?? leave.error} />
      </Page>
    </Front>
  );
}
