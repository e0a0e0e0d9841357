// The address that was given is on no file: it may be proposed for the adult of the visit, who goes on once it is approved.
import { useState } from 'react';
import type { VisitView } from '../../backend';
import { Button } from '../../components';
import { useWords } from '../../l10n';
import { Propose } from '../corrections/Propose';

export function ProposeAddress({ visit }: { visit: VisitView }) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const { student, guardian } = visit;
  const waits = visit.proposals.some((one) => one.kind === 'email' && one.guardian?.id === guardian?.id);
  if (!student || !guardian || waits || visit.end !== null) return null;
  return (
    <>
      <Button icon="pencil" act="propose_address_open" onPress={() => setOpen(true)}>
        {words('visit-address-propose')}
      </Button>
      {isOpen && (
        <Propose
          student={student}
          of={{ guardian, relationship: 'unknown', access: 'unknown' }}
          isAdministrator={false}
          inVisit
          email={visit.address}
          onClose={() => setOpen(false)}
          onDone={() => setOpen(false)}
        />
      )}
    </>
  );
}
