// The second step of setting up: the first administrator. Its password is the key of the desk.
import { useState } from 'react';
import { useAct } from '../../backend';
import { Button, Failed, Form, Page, Row, TextField } from '../../components';
import { useWords } from '../../l10n';
import { StaffPasswordField } from '../staff/StaffPasswordField';
import type { School } from './SetUp';

export function AdministratorStep({ school, onBack, onMade }: {
  school: School;
  onBack: () => void;
  onMade: (recoveryWords: string[]) => void;
}) {
  const words = useWords();
  const setUp = useAct('set_up_desk');
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (userName.trim() === '' || password === '' || school.service_centre === null) return;
    setUp.mutate(
      { service_centre: school.service_centre, school_name: school.school_name, user_name: userName, password },
      { onSuccess: (made) => onMade(made.words) },
    );
  };
  return (
    <Page title={words('setup-admin-title')} lead={words('setup-admin-lead')}>
      <Form onSubmit={submit}>
        <TextField
          {...words.field('staff-user-name')}
          name="user_name"
          plain
          value={userName}
          onChange={setUserName}
          error={tried && userName.trim() === '' && words('staff-user-name-missing')}
        />
        <StaffPasswordField userName={userName} value={password} onChange={setPassword} />
        <Failed error={setUp.error} />
        <Row align="apart">
          <Button kind="quiet" icon="back" act="back" isDisabled={setUp.isPending} onPress={onBack}>
            {words('desk-back')}
          </Button>
          <Button type="submit" kind="primary" icon="arrow" iconAfter act="set_up_desk" isBusy={setUp.isPending}>
            {words('setup-make')}
          </Button>
        </Row>
        {setUp.isPending && <p role="status">{words('setup-making')}</p>}
      </Form>
    </Page>
  );
}
