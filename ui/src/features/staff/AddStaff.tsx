// A new member of staff: their user name, what they may do, and a first password.
import { useState } from 'react';
import { type Role, useAct } from '../../backend';
import { Button, Dialog, Failed, Form, Radios, Row, TextField } from '../../components';
import { useWords } from '../../l10n';
import { StaffPasswordField } from './StaffPasswordField';

const ROLES: readonly Role[] = ['secretary', 'administrator'];

export function AddStaff({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const add = useAct('add_staff');
  const [userName, setUserName] = useState('');
  const [role, setRole] = useState<Role>('secretary');
  const [password, setPassword] = useState('');
  return (
    <Dialog title={words('staff-add')} isOpen onClose={onClose}>
      <Form
        onSubmit={() => {
          if (userName.trim() === '' || password === '') return;
          add.mutate({ user_name: userName, role, password }, { onSuccess: onClose });
        }}
      >
        <TextField {...words.field('staff-user-name')} name="user_name" autoFocus plain value={userName} onChange={setUserName} />
        <Radios
          label={words('staff-role')}
          name="role"
          value={role}
          onChange={setRole}
          choices={ROLES.map((id) => ({ id, label: words.of('role', id), note: words.of('staff-role-note', id) }))}
        />
        <StaffPasswordField userName={userName} value={password} onChange={setPassword} />
        <Failed error={add.error} />
        <Row align="end">
          <Button onPress={onClose}>{words('desk-cancel')}</Button>
          <Button type="submit" kind="primary" icon="check" act="add_staff" isBusy={add.isPending}>
            {words('staff-add-do')}
          </Button>
        </Row>
      </Form>
    </Dialog>
  );
}
