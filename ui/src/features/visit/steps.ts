// The road of a visit as it is drawn: six places, the two roads to a password being one.
import type { StepName } from '../../backend';

export const VISIT_STEPS = ['language', 'address', 'code', 'password', 'children', 'summary'] as const;

const PLACES: Record<StepName, (typeof VISIT_STEPS)[number] | null> = {
  language: 'language',
  address: 'address',
  code: 'code',
  sign_in: 'password',
  new_password: 'password',
  children: 'children',
  summary: 'summary',
  account: 'children',
  ended: null,
};

/** The place of a step on the road, from 0; past the end when the visit is over. */
export function stepPlace(step: StepName): number {
  const place = PLACES[step];
  return place === null ? VISIT_STEPS.length : VISIT_STEPS.indexOf(place);
}

/** No address is proven yet: who the adult is can still be said. */
export const BEFORE_THE_PROOF: ReadonlySet<StepName> = new Set<StepName>(['language', 'address', 'code']);
