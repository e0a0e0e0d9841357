// The adult at the counter is on nobody's file, or not on this child's: they may be proposed for it.
import { useState } from 'react';
import type { StudentLine } from '../../backend';
import { Button, type ButtonKind } from '../../components';
import { useWords } from '../../l10n';
import { Propose } from '../corrections/Propose';

export function ProposeAdult({ student, email, kind }: { student: StudentLine; email: string | null; kind: ButtonKind }) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button kind={kind} icon="plus" act="mend_propose_adult" onPress={() => setOpen(true)}>
        {words('mend-propose-adult')}
      </Button>
      {isOpen && <Propose student={student} of={null} isAdministrator={false} inVisit email={email} onClose={close} onDone={close} />}
    </>
  );
}
