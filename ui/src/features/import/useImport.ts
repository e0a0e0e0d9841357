// The road of one import: what is asked of the desk, and how far on the road the person is.
import { useState } from 'react';
import { type ImportAnswer, type ImportMapping, type ImportProposal, useAct } from '../../backend';

/** What the person says of a file before anything is read. */
export interface Wish {
  path: string;
  /** The file holds every student of its source. */
  complete: boolean;
  /** The code of the one school to take; empty for all. */
  school: string;
}

/** How a table is to be read; nothing for as it is proposed. */
export interface Reading {
  mapping?: ImportMapping;
  profile?: string;
}

export type Place = 'choose' | 'mapping' | 'preview' | 'applied';

const NO_WISH: Wish = { path: '', complete: false, school: '' };

/** Whether a person should look at how a table would be read before it is. */
export function isDoubtful(proposal: ImportProposal): boolean {
  const has = (meaning: string) => proposal.columns.some((column) => column.meaning === meaning);
  const isNamed = has('full_name') || (has('last_names') && has('first_names'));
  const isKnown = has('fiche') || has('permanent_code') || has('birth_date');
  if (!isNamed || !isKnown) return true;
  // Whoever kept a profile has looked already.
  if (proposal.profile !== null) return false;
  const isUnclear = proposal.names === 'unclear' || proposal.dates === 'ambiguous' || proposal.dates === 'mixed';
  return isUnclear || proposal.columns.some((column) => column.contradicted || column.confidence === 'guessed');
}

export function useImport() {
  const [wish, setWish] = useState(NO_WISH);
  const [reading, setReading] = useState<Reading>({});
  const [place, setPlace] = useState<Place>('choose');
  const propose = useAct('propose_import');
  const preview = useAct('preview_import');
  const apply = useAct('apply_import');
  const previewAs = (said: Wish, read: Reading) => {
    setReading(read);
    apply.reset();
    const school = said.school.trim();
    preview.mutate(
      { path: said.path.trim(), complete: said.complete, ...(school !== '' && { school }), ...read },
      { onSuccess: () => setPlace('preview') },
    );
  };
  return {
    wish,
    setWish,
    place,
    propose,
    preview,
    apply,
    /** Looks at a file; a table of which something is not sure, or `always`, is shown as it would be read. */
    lookAt(said: Wish, always = false) {
      setWish(said);
      if (said.path.trim() === '') return;
      preview.reset();
      propose.mutate(
        { path: said.path.trim() },
        {
          onSuccess: (proposal) => {
            if (proposal.columns.length > 0 && (always || isDoubtful(proposal))) setPlace('mapping');
            else previewAs(said, {});
          },
        },
      );
    },
    previewAs: (read: Reading) => previewAs(wish, read),
    previewAgain: () => previewAs(wish, reading),
    applyIt(token: string, acceptsAlarms: boolean, answers: ImportAnswer[]) {
      apply.mutate({ token, accept_alarms: acceptsAlarms, answers }, { onSuccess: () => setPlace('applied') });
    },
    startAgain() {
      for (const one of [propose, preview, apply]) one.reset();
      setWish(NO_WISH);
      setReading({});
      setPlace('choose');
    },
  };
}
