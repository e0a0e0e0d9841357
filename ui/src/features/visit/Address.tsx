// The address that was given, and whether it is on a file. What is wrong with it, or with its code, is the diagnosis.
import type { VisitView } from '../../backend';
import { Card, Icon, Stack } from '../../components';
import { useWords } from '../../l10n';
import styles from './Address.module.css';

export function Address({ visit }: { visit: VisitView }) {
  const words = useWords();
  return (
    <Card title={words('visit-address')}>
      {visit.address === null ? (
        <p>{words('visit-address-none')}</p>
      ) : (
        <Stack gap="small">
          <p className={styles.address}>
            <bdi>{visit.address}</bdi>
          </p>
          {visit.step !== 'account' && visit.address_on_file === true && (
            <p className={styles.good}>
              <Icon name="check" /> {words('visit-address-is-on-file')}
            </p>
          )}
          {visit.step !== 'account' && visit.address_on_file === false && (
            <p>
              <Icon name="alert" /> {words('visit-address-not-on-file')}
            </p>
          )}
          {visit.has_account && (
            <p>
              <Icon name="account" /> {words('visit-has-account')}
            </p>
          )}
          {visit.step === 'account' && visit.code && <p>{words('visit-new-address')}</p>}
        </Stack>
      )}
    </Card>
  );
}
