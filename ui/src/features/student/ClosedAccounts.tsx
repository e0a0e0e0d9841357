// The accounts of an adult that were closed: an administrator may open one again.
import { type ClosedAccount, useAct } from '../../backend';
import { Button, Failed } from '../../components';
import { useDates, useWords } from '../../l10n';
import styles from './Guardians.module.css';

export function ClosedAccounts({ accounts, isAdministrator, onChanged }: {
  accounts: readonly ClosedAccount[];
  isAdministrator: boolean;
  onChanged: () => void;
}) {
  const words = useWords();
  const dates = useDates();
  const reopen = useAct('reopen_account');
  return (
    <>
      {accounts.map((account) => (
        <span key={account.id} className={styles.lines}>
          <span className={styles.note}>
            {words('accounts-closed', { at: dates.moment(account.closed_at) })} <bdi>{account.address}</bdi>
          </span>
          {isAdministrator && (
            <Button
              kind="quiet"
              icon="account"
              act="reopen_account"
              isBusy={reopen.isPending}
              onPress={() => reopen.mutate({ account_id: account.id }, { onSuccess: onChanged })}
            >
              {words('accounts-reopen')}
            </Button>
          )}
        </span>
      ))}
      <Failed error={reopen.error} />
    </>
  );
}
