// The whole of the parent's window: the language, the frame, and the screen of the step the visit is at.
import { useSayInput, useView } from '../backend';
import { Busy } from '../components';
import { FRENCH, L10nProvider } from '../l10n';
import { parentBundles } from '../l10n/parentBundles';
import './parent.css';
import { ParentFrame } from './ParentFrame';
import { Refusal } from './Refusal';
import { StepScreen } from './StepScreen';

export function ParentWindow() {
  useSayInput('say_still_here');
  const { data: view, error } = useView('view_parent');
  return (
    <L10nProvider bundles={parentBundles} locale={view?.language ?? FRENCH}>
      {view ? (
        <ParentFrame view={view}>
          <StepScreen view={view} />
        </ParentFrame>
      ) : error ? (
        <Refusal error={error} />
      ) : (
        <Busy />
      )}
    </L10nProvider>
  );
}
