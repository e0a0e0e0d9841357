// The last minute before an idle desk locks. Any input takes it away, since Rust is told of it.
import { useEffect, useState } from 'react';
import { useAct } from '../../backend';
import { Button, Dialog } from '../../components';
import { useWords } from '../../l10n';

export function IdleWarning({ seconds }: { seconds: number }) {
  const words = useWords();
  const stay = useAct('say_at_desk');
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const timer = setInterval(() => setLeft((before) => Math.max(0, before - 1)), 1000);
    return () => clearInterval(timer);
  }, []);
  const here = () => stay.mutate(null);
  return (
    <Dialog
      title={words('lock-soon', { seconds: left })}
      isOpen
      onClose={here}
      actions={
        <Button kind="primary" icon="hand" act="say_at_desk" onPress={here}>
          {words('lock-stay')}
        </Button>
      }
    >
      <p>{words('lock-soon-what')}</p>
    </Dialog>
  );
}
