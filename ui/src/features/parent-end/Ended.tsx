// The visit is over: a word on why, as a parent needs it.
import type { EndCause } from '../../backend';
import { Screen } from '../../parent/Screen';

export function Ended({ cause }: { cause: EndCause }) {
  return <Screen id={`parent-ended-${cause.replaceAll('_', '-')}`} />;
}
