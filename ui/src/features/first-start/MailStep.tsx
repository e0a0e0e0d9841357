// The last step of setting up: the mail server, now or later.
import { Button, Page, Row } from '../../components';
import { useWords } from '../../l10n';
import { MailServer } from '../settings/MailServer';

export function MailStep({ onDone }: { onDone: () => void }) {
  const words = useWords();
  return (
    <Page title={words('setup-mail-title')} lead={words('setup-mail-lead')}>
      <MailServer />
      <Row align="end">
        <Button kind="quiet" icon="arrow" iconAfter act="set_up_done" onPress={onDone}>
          {words('setup-mail-done')}
        </Button>
      </Row>
    </Page>
  );
}
