// The family icon: the children of the account, once its adult is signed in (domain.md §1).
import { useState } from 'react';
import type { ParentChild } from '../backend';
import { Button, Dialog } from '../components';
import { Bilingual } from '../l10n';
import { Family } from './Family';

export function FamilyButton({ family }: { family: readonly ParentChild[] }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" icon="family" act="family" onPress={() => setOpen(true)}>
        <Bilingual id="parent-family" />
      </Button>
      <Dialog title={<Bilingual id="parent-family" />} isOpen={open} onClose={() => setOpen(false)}>
        {family.length === 0 ? <Bilingual id="parent-family.empty" /> : <Family family={family} />}
      </Dialog>
    </>
  );
}
