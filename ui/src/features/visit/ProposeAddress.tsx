// The address that was given is on no file: it may be proposed for the adult of the visit, who goes on once it is approved.
import { useState } from 'react';
import type { VisitView } from '../../backend';
import { Button, type ButtonKind } from '../../components';
import { useWords } from '../../l10n';
import { Propose } from '../corrections/Propose';

export function ProposeAddress({ visit, kind }: { visit: VisitView; kind: ButtonKind }) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const { student, guardian } = visit;
  if (!student || !guardian) return null;
  const close = () => setOpen(false);
  return (
    <>
      <Button kind={kind} icon="pencil" act="propose_address_open" onPress={() => setOpen(true)}>
        {words('mend-propose-address')}
      </Button>
      {isOpen && (
        <Propose
          student={student}
          of={{ guardian, relationship: 'unknown', access: 'unknown' }}
          isAdministrator={false}
          inVisit
          email={visit.address}
          onClose={close}
          onDone={close}
        />
      )}
    </>
  );
}
