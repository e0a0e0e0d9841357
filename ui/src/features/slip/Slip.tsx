// The slip of a visit: shown as it is printed, in French and in the parent's language, without any personal data.
import { useState } from 'react';
import { type Slip as SlipView, useAct } from '../../backend';
import { Button, Dialog, Failed } from '../../components';
import { useWords } from '../../l10n';
import styles from './Slip.module.css';

/** The press that shows it. Each showing is an entry of the journal: from the second on it is a copy. */
export function SlipButton({ number }: { number: number }) {
  const words = useWords();
  const print = useAct('print_slip');
  const [slip, setSlip] = useState<SlipView | null>(null);
  return (
    <>
      <Button icon="journal" act="print_slip" isBusy={print.isPending} onPress={() => print.mutate({ number }, { onSuccess: setSlip })}>
        {words('slip-open')}
      </Button>
      <Failed error={print.error} />
      {slip && <Slip slip={slip} onClose={() => setSlip(null)} />}
    </>
  );
}

function Slip({ slip, onClose }: { slip: SlipView; onClose: () => void }) {
  const words = useWords();
  return (
    <Dialog
      title={words('slip-title', { number: slip.number })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button act="slip_close" onPress={onClose}>
            {words('ui-close')}
          </Button>
          <Button kind="primary" icon="journal" act="slip_print" onPress={() => window.print()}>
            {words('slip-print')}
          </Button>
        </>
      }
    >
      <p>{words('slip-what')}</p>
      <div className={styles.slip} data-slip>
        <p className={styles.school}>
          <bdi>{slip.school_name}</bdi>
        </p>
        <p className={styles.number} dir="ltr">
          {slip.number}
        </p>
        {slip.words.map((said) => (
          <section key={said.locale} lang={said.locale} dir={said.right_to_left ? 'rtl' : 'ltr'} className={styles.part}>
            <h3>
              {said.title} · {said.day}
              {slip.is_copy && (
                <>
                  {' · '}
                  <em>{said.copy}</em>
                </>
              )}
            </h3>
            <p>
              {said.number} : <bdi dir="ltr">{slip.number}</bdi>
            </p>
            <p>{said.keep}</p>
            {slip.portal_address && (
              <p>
                {said.portal} : <bdi dir="ltr">{slip.portal_address}</bdi>
              </p>
            )}
            {slip.support_phone && (
              <p>
                {said.phone} <bdi dir="ltr">{slip.support_phone}</bdi>
              </p>
            )}
          </section>
        ))}
      </div>
    </Dialog>
  );
}
