// The administrator's settings: what is said of the school, the registry's numbers, the mail server, the watched folder, the backup.
import { Card, Notice, Page, Stack } from '../../components';
import { useWords } from '../../l10n';
import { Corrections } from '../corrections/Settings';
import { Backup } from './Backup';
import { Idle } from './Idle';
import { MailServer } from './MailServer';
import { ReadingLimits } from './ReadingLimits';
import { RegistryNumbers } from './RegistryNumbers';
import { School } from './School';
import { Watch } from './Watch';
import { SchoolList } from './SchoolList';

export function Settings({ isDemo }: { isDemo: boolean }) {
  const words = useWords();
  return (
    <Page title={words('settings-title')}>
      <Stack gap="large">
        <Card title={words('settings-school')}>
          <School />
        </Card>
        <Card title={words('settings-corrections')}>
          <Corrections />
        </Card>
        <Card title={words('settings-registry')}>
          <RegistryNumbers />
        </Card>
        <Card title={words('settings-limits')}>
          <ReadingLimits />
        </Card>
        <Card title={words('school-list-title')}>
          <SchoolList />
        </Card>
        <Card title={words('settings-mail')}>
          {isDemo ? (
            <Notice kind="info" live={false}>
              {words('settings-mail-demo')}
            </Notice>
          ) : (
            <MailServer />
          )}
        </Card>
        <Card title={words('settings-idle')}>
          <Idle />
        </Card>
        <Card title={words('settings-watch')}>
          <Watch />
        </Card>
        <Card title={words('settings-backup')}>
          {isDemo ? (
            <Notice kind="info" live={false}>
              {words('settings-backup-demo')}
            </Notice>
          ) : (
            <Backup />
          )}
        </Card>
      </Stack>
    </Page>
  );
}
