// The keys of the desk, on one short list.
import { Button, Dialog, Kbd } from '../components';
import { useWords } from '../l10n';
import { KEYS } from './keys';
import styles from './KeysDialog.module.css';

export function KeysDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const words = useWords();
  return (
    <Dialog
      title={words('keys-title')}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <Button kind="primary" act="keys_close" onPress={onClose}>
          {words('keys-close')}
        </Button>
      }
    >
      <dl className={styles.keys}>
        {KEYS.map(({ act, shown }) => (
          <div key={act} className={styles.key}>
            <dt>
              {shown.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{words.of('key', act)}</dd>
          </div>
        ))}
      </dl>
      <p>{words('keys-more')}</p>
    </Dialog>
  );
}
