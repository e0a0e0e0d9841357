// The whole of the desk's window: the language of the staff, and the screen of the phase the desk is in.
import { useState } from 'react';
import { useView } from '../backend';
import { Busy } from '../components';
import { FRENCH, L10nProvider } from '../l10n';
import { deskBundles } from '../l10n/deskBundles';

export function DeskWindow() {
  const [locale] = useState(FRENCH);
  const view = useView('view_desk');
  return (
    <L10nProvider bundles={deskBundles} locale={locale}>
      {view.isPending && <Busy />}
    </L10nProvider>
  );
}
