// The desk by keyboard: what each key does from any room, and the button that shows their list.
import { useState } from 'react';
import { type OpenDesk, useAct } from '../backend';
import { Button, Failed } from '../components';
import { useTakeUp } from '../features/visit/Aside';
import { useWords } from '../l10n';
import { useKeys } from './keys';
import { KeysDialog } from './KeysDialog';
import { useGoTo } from './rooms';

export function Keys({ desk, onSearch, onMain }: { desk: OpenDesk; onSearch: () => void; onMain: () => void }) {
  const words = useWords();
  const goTo = useGoTo();
  const [isShown, setShown] = useState(false);
  const setAside = useAct('set_visit_aside');
  const { takeUp, error } = useTakeUp();
  useKeys({
    search: onSearch,
    visit: () => goTo({ name: 'visit' }),
    aside: () => {
      if (desk.visit?.end === null && !setAside.isPending) setAside.mutate(null, { onSuccess: onSearch });
    },
    'take-up': () => {
      // The one that has waited longest; pressed again, the next: the one at the counter goes to the end of the line.
      const first = desk.aside[0];
      if (first) takeUp(first);
    },
    main: onMain,
    keys: () => setShown(true),
  });
  return (
    <>
      <Failed error={setAside.error ?? error} />
      <Button kind="quiet" icon="info" act="keys" onPress={() => setShown(true)}>
        {words('keys-show')}
      </Button>
      <KeysDialog isOpen={isShown} onClose={() => setShown(false)} />
    </>
  );
}
