// A new password for a member of staff.
import { useState } from 'react';
import { type StaffLine, useAct } from '../../backend';
import { Button, Dialog, Failed, Form, Row } from '../../components';
import { useWords } from '../../l10n';
import { StaffPasswordField } from './StaffPasswordField';

export function ResetStaff({ member, onClose }: { member: StaffLine; onClose: () => void }) {
  const words = useWords();
  const reset = useAct('reset_staff');
  const [password, setPassword] = useState('');
  return (
    <Dialog title={words('staff-reset-title', { user: member.user_name })} isOpen onClose={onClose}>
      <Form
        onSubmit={() => {
          if (password !== '') reset.mutate({ staff_id: member.id, new_password: password }, { onSuccess: onClose });
        }}
      >
        <StaffPasswordField userName={member.user_name} value={password} onChange={setPassword} />
        <Failed error={reset.error} />
        <Row align="end">
          <Button onPress={onClose}>{words('desk-cancel')}</Button>
          <Button type="submit" kind="primary" icon="check" act="reset_staff" isBusy={reset.isPending}>
            {words('staff-reset-do')}
          </Button>
        </Row>
      </Form>
    </Dialog>
  );
}
