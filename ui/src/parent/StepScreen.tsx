// Which screen goes with which step. The step is the view's; a new one brings a new screen with empty fields.
import { useState } from 'react';
import type { ParentView } from '../backend';
import { Account } from '../features/parent-account/Account';
import { Address } from '../features/parent-address/Address';
import { Code } from '../features/parent-address/Code';
import { Children } from '../features/parent-children/Children';
import { Gate } from '../features/parent-children/Gate';
import { Ended } from '../features/parent-end/Ended';
import { Summary } from '../features/parent-end/Summary';
import { NewPassword } from '../features/parent-password/NewPassword';
import { SignIn } from '../features/parent-password/SignIn';
import { Welcome } from '../features/parent-welcome/Welcome';
import { Screen } from './Screen';

export function StepScreen({ view }: { view: ParentView }) {
  const { step, someone_helps: masked } = view;
  // "One more child" on the summary opens the form of the children's screen at once.
  const [oneMore, setOneMore] = useState(false);
  // The account says so once, when it opens again with the address whose code was waited for. The view may change before
  // the answer to the code is back, so that it is the view that tells.
  const [awaited, setAwaited] = useState<string | null>(null);
  if (step.step === 'new_address_code' && awaited !== step.address) setAwaited(step.address);
  switch (step.step) {
    case 'closed':
      return <Screen key="closed" id="parent-closed" />;
    case 'locked':
      return <Screen key="locked" id="parent-locked" />;
    case 'welcome':
      return <Welcome key="welcome" languages={view.languages} notices={view.notices} />;
    case 'address':
      return <Address key="address" offered={step.offered} givenBefore={step.given_before} />;
    case 'code':
      return <Code key={`code ${step.address}`} address={step.address} masked={masked} />;
    case 'sign_in':
      return <SignIn key={`sign_in ${step.address ?? ''}`} proven={step.address} masked={masked} />;
    case 'new_password':
      return <NewPassword key="new_password" address={step.address} replaces={step.replaces} masked={masked} />;
    case 'children':
      if (step.gate !== null) {
        return <Gate key="gate" gate={step.gate} serviceCentre={step.own_centre} correcting={step.correcting} />;
      }
      return (
        <Children
          key="children"
          family={step.children}
          serviceCentre={step.own_centre}
          correcting={step.correcting}
          oneMore={oneMore}
          onShown={() => setOneMore(false)}
        />
      );
    case 'summary':
      return <Summary key="summary" step={step} onOneMore={() => setOneMore(true)} />;
    case 'account':
      return (
        <Account
          key="account"
          step={step}
          languages={view.languages}
          masked={masked}
          isAddressChanged={awaited === step.address}
          onShown={() => setAwaited(null)}
        />
      );
    case 'new_address_code':
      return <Code key={`new ${step.address}`} address={step.address} masked={masked} isNew />;
    case 'halted':
      return <Ended key="halted" cause="halted" />;
    case 'ended':
      return <Ended key="ended" cause={step.cause} />;
  }
}
