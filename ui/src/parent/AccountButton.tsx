// To the account itself, from the children or the summary.
import { useAct } from '../backend';
import { Button } from '../components';
import { Bilingual } from '../l10n';

export function AccountButton() {
  const open = useAct('open_account');
  return (
    <Button kind="quiet" icon="account" act="open_account" isBusy={open.isPending} onPress={() => open.mutate(null)}>
      <Bilingual id="parent-account" />
    </Button>
  );
}
