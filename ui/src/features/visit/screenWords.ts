// Which heading and which fields stand on the parent's screen at each step, by the names of their messages. A test holds
// them against the screens themselves.
import type { ParentStep } from '../../backend';
import type { Args } from '../../l10n';

export interface ScreenWords {
  heading: string;
  args?: Args;
  /** What the secretary put there: an address to be taken by one press. */
  offer?: string;
  fields: readonly string[];
}

const CLAIM = ['service-centre', 'last-names', 'first-names', 'birth-date', 'number'].map((field) => `parent-claim-${field}`);

export function screenWords(step: ParentStep): ScreenWords {
  switch (step.step) {
    case 'closed':
    case 'locked':
    case 'welcome':
      return { heading: `parent-${step.step}`, fields: [] };
    case 'address': {
      const offer = step.given_before ? 'parent-address-given-before' : 'parent-address-offered';
      const screen = { heading: 'parent-address', fields: ['parent-address-field'] };
      return step.offered === null ? screen : { ...screen, offer, args: { address: step.offered } };
    }
    case 'code':
      return { heading: 'parent-code', args: { address: step.address }, fields: ['parent-code-field'] };
    case 'sign_in':
      return step.address === null
        ? { heading: 'parent-sign-in', fields: ['parent-address-field', 'parent-sign-in-password'] }
        : { heading: 'parent-sign-in-proven', args: { address: step.address }, fields: ['parent-sign-in-password'] };
    case 'new_password':
      return {
        heading: step.replaces ? 'parent-password-anew' : 'parent-password',
        args: { address: step.address },
        fields: ['parent-password-field', 'parent-password-again'],
      };
    case 'children':
      if (step.gate !== null) {
        return step.gate.since === null
          ? { heading: 'parent-gate', fields: CLAIM }
          : { heading: 'parent-gate-since', args: { since: new Date(`${step.gate.since}T12:00:00`) }, fields: CLAIM };
      }
      return step.children.length === 0 ? { heading: 'parent-claim', fields: CLAIM } : { heading: 'parent-children', fields: [] };
    case 'summary':
      return { heading: 'parent-summary', fields: [] };
    case 'account':
      return { heading: 'parent-account', fields: ['parent-account-language'] };
    case 'new_address_code':
      return { heading: 'parent-new-address-code', args: { address: step.address }, fields: ['parent-code-field'] };
    case 'halted':
      return { heading: 'parent-ended-halted', fields: [] };
    case 'ended':
      return { heading: `parent-ended-${step.cause.replaceAll('_', '-')}`, fields: [] };
  }
}
