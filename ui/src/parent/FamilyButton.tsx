// The family icon: the children of the account, and the record of one, once its adult is signed in (domain.md §1).
import { useState } from 'react';
import type { ParentChild } from '../backend';
import { Button, Dialog } from '../components';
import { OwnChild } from '../features/parent-account/OwnChild';
import { Bilingual } from '../l10n';
import { Family } from './Family';

export function FamilyButton({ family, mayOpen }: {
  family: readonly ParentChild[];
  /** Whether a child's record may be opened. */
  mayOpen: boolean;
}) {
  const [isOpen, setOpen] = useState(false);
  const [place, setPlace] = useState<number | null>(null);
  const close = () => {
    setOpen(false);
    setPlace(null);
  };
  const content = () => {
    if (place !== null) return <OwnChild place={place} onBack={() => setPlace(null)} />;
    if (family.length === 0) return <Bilingual id="parent-family.empty" />;
    return <Family family={family} onOpen={mayOpen ? setPlace : undefined} />;
  };
  return (
    <>
      <Button kind="quiet" icon="family" act="family" onPress={() => setOpen(true)}>
        <Bilingual id="parent-family" />
      </Button>
      <Dialog title={<Bilingual id="parent-family" />} isOpen={isOpen} onClose={close}>
        {content()}
      </Dialog>
    </>
  );
}
