// The whole of the desk's window: the language of the staff, and the screen of the phase the desk is in.
import { useState } from 'react';
import { useView } from '../backend';
import { Busy, Failed } from '../components';
import { FirstStart } from '../features/first-start/FirstStart';
import { HandedOver } from '../features/handed-over/HandedOver';
import { ClosedDemo } from '../features/sign-in/ClosedDemo';
import { SignIn } from '../features/sign-in/SignIn';
import { FRENCH, L10nProvider } from '../l10n';
import { deskBundles } from '../l10n/deskBundles';
import { Front } from './Front';
import { LanguageContext } from './language';
import { Shell } from './Shell';

export function DeskWindow() {
  const [locale, setLocale] = useState(FRENCH);
  return (
    <L10nProvider bundles={deskBundles} locale={locale}>
      <LanguageContext value={setLocale}>
        <Phase />
      </LanguageContext>
    </L10nProvider>
  );
}

function Phase() {
  const view = useView('view_desk');
  // The words of recovery are shown once: setting up goes on until they are kept, though the desk is open by then.
  const [settingUp, setSettingUp] = useState(false);
  // A handed-over desk does not say what it is; the demo's password has to be told while it is.
  const [isDemo, setDemo] = useState(false);
  if (!view.data) {
    return <Front>{view.isPending ? <Busy /> : <Failed error={view.error} />}</Front>;
  }
  const desk = view.data;
  if (desk.phase === 'open' && (desk.kind === 'demo') !== isDemo) setDemo(desk.kind === 'demo');
  if (settingUp || desk.phase === 'first_start') {
    return (
      <FirstStart
        demoExists={desk.phase === 'first_start' && desk.demo_exists}
        isOpen={desk.phase === 'open'}
        onSettingUp={setSettingUp}
      />
    );
  }
  switch (desk.phase) {
    case 'sign_in':
      return desk.kind === 'demo' ? <ClosedDemo /> : <SignIn />;
    case 'handed_over':
    case 'locked':
      return <HandedOver userName={desk.user_name} isDemo={isDemo} isLocked={desk.phase === 'locked'} />;
    case 'open':
      return <Shell desk={desk} />;
  }
}
