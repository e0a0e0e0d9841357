// Ending a visit before its end, with a cause from the fixed list (domain.md §13).
import { useState } from 'react';
import { type EndCause, useAct, type VisitView } from '../../backend';
import { Button, Dialog, Failed, Radios } from '../../components';
import { useWords } from '../../l10n';

/** The causes that a secretary may give; the others are found by the desk itself. */
const CAUSES: readonly EndCause[] = [
  'cancelled_by_parent',
  'address_not_on_file',
  'information_missing',
  'code_not_received',
  'cancelled_by_staff',
];

/** The cause that what is on the screen suggests. */
export function likelyCause(visit: Pick<VisitView, 'address_on_file' | 'code' | 'step'>): EndCause {
  if (visit.address_on_file === false) return 'address_not_on_file';
  if (visit.step === 'code' && visit.code !== null && visit.code.mail !== 'done') return 'code_not_received';
  if (visit.step === 'children') return 'information_missing';
  return 'cancelled_by_parent';
}

export function EndVisit({ visit }: { visit: VisitView }) {
  const words = useWords();
  const end = useAct('end_visit');
  const [isOpen, setOpen] = useState(false);
  const [cause, setCause] = useState<EndCause>('cancelled_by_parent');
  const close = () => setOpen(false);
  if (visit.step === 'summary') return null;
  return (
    <>
      <Button
        kind="signal"
        icon="close"
        act="end_visit_open"
        onPress={() => {
          setCause(likelyCause(visit));
          setOpen(true);
        }}
      >
        {words('visit-end')}
      </Button>
      <Dialog
        title={words('visit-end-title')}
        isOpen={isOpen}
        onClose={close}
        actions={
          <>
            <Button onPress={close}>{words('visit-end-not')}</Button>
            <Button
              kind="signal"
              icon="close"
              act="end_visit"
              isBusy={end.isPending}
              onPress={() => end.mutate({ cause }, { onSuccess: close })}
            >
              {words('visit-end-do')}
            </Button>
          </>
        }
      >
        <p>{words('visit-end-what')}</p>
        <Radios
          label={words('visit-end-cause')}
          name="cause"
          value={cause}
          onChange={setCause}
          choices={CAUSES.map((id) => ({ id, label: words.of('end-cause', id) }))}
        />
        <Failed error={end.error} />
      </Dialog>
    </>
  );
}
