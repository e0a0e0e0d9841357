// Taking away a member's key. It opens nothing any more: the database gets a new one.
import { type StaffLine, useAct } from '../../backend';
import { Button, Dialog, Failed } from '../../components';
import { useWords } from '../../l10n';

export function RemoveStaff({ member, onClose }: { member: StaffLine; onClose: () => void }) {
  const words = useWords();
  const remove = useAct('remove_staff');
  return (
    <Dialog
      title={words('staff-remove-title', { user: member.user_name })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words('desk-cancel')}</Button>
          <Button
            kind="signal"
            icon="close"
            act="remove_staff"
            isBusy={remove.isPending}
            onPress={() => remove.mutate({ staff_id: member.id }, { onSuccess: onClose })}
          >
            {words('staff-remove-do')}
          </Button>
        </>
      }
    >
      <p>{words('staff-remove-what')}</p>
      <Failed error={remove.error} />
    </Dialog>
  );
}
