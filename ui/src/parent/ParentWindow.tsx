// The whole of the parent's window: the language, and the screen of the step the visit is at.
import { useView } from '../backend';
import { Busy } from '../components';
import { FRENCH, L10nProvider } from '../l10n';
import { parentBundles } from '../l10n/parentBundles';

export function ParentWindow() {
  const view = useView('view_parent');
  return (
    <L10nProvider bundles={parentBundles} locale={view.data?.language ?? FRENCH}>
      <Busy />
    </L10nProvider>
  );
}
