// The parent's window at every step, for tests and for looking at. All of it is made up.
import type { FoundServiceCentre, ParentStep, ParentView, PasswordChecklist, ServiceCentreLine } from '../src/backend';

export const FAMILY = [
  { first_names: 'Thị Mai', last_names: 'Nguyễn', school: 'École des Érables', group: '301' },
  { first_names: 'María José', last_names: 'De la Cruz García', school: 'École des Érables', group: '104' },
];

const summary = (address_proof: 'code' | 'in_person'): ParentStep => ({
  step: 'summary',
  address: 'm.nguyen@exemple.ca',
  address_proof,
  children: address_proof === 'code' ? FAMILY : [],
  gate: null,
  portal_address: 'https://portailparents.exemple.ca',
  support_phone: '514 555-0142',
});

/** By the name under which the gallery shows them. */
export const STEPS = {
  closed: { step: 'closed' },
  welcome: { step: 'welcome' },
  address: { step: 'address', offered: null, given_before: false },
  code: { step: 'code', address: 'm.nguyen@exemple.ca' },
  'sign-in': { step: 'sign_in', address: null },
  'sign-in-proven': { step: 'sign_in', address: 'm.nguyen@exemple.ca' },
  'new-password': { step: 'new_password', address: 'm.nguyen@exemple.ca', replaces: false },
  'new-password-anew': { step: 'new_password', address: 'm.nguyen@exemple.ca', replaces: true },
  claim: { step: 'children', children: [], own_centre: '762000', correcting: false, gate: null },
  gate: { step: 'children', children: [], own_centre: '762000', correcting: false, gate: { left: 2, since: '2026-08-24' } },
  children: { step: 'children', children: FAMILY, own_centre: '762000', correcting: false, gate: null },
  summary: summary('code'),
  'summary-awaited': summary('in_person'),
  account: { step: 'account', address: 'm.nguyen@exemple.ca', language: 'fr-CA', children: FAMILY },
  'new-address-code': { step: 'new_address_code', address: 'mai@nouvelle.ca' },
  halted: { step: 'halted' },
  'ended-done': { step: 'ended', cause: 'done' },
  'ended-timed-out': { step: 'ended', cause: 'timed_out' },
} satisfies Record<string, ParentStep>;

export function parentView(step: ParentStep, language = 'fr-CA', rest: Partial<ParentView> = {}): ParentView {
  return {
    kind: 'demo',
    school_name: 'École des Érables',
    language,
    languages: [
      { locale: 'fr-CA', name: 'Français', right_to_left: false },
      { locale: 'ar', name: 'العربية', right_to_left: true },
      { locale: 'en-CA', name: 'English', right_to_left: false },
    ],
    someone_helps: false,
    help_called: false,
    ends_at: null,
    may_open_account: step.step === 'account' || (step.step === 'children' && step.gate === null),
    notices: [],
    step,
    ...rest,
  };
}

export const CENTRES: ServiceCentreLine[] = [
  { code: '762000', name: 'CSS de Montréal', kind: 'francophone', former_name: null, acronyms: ['CSSDM'] },
  { code: '851000', name: 'CSS des Mille-Îles', kind: 'francophone', former_name: 'Seigneurie-des-Mille-Îles', acronyms: [] },
  { code: '887000', name: 'CS English-Montréal', kind: 'anglophone', former_name: null, acronyms: ['EMSB'] },
];

/** A rough judge in the place of Rust's: enough for the list to move. */
export function judgePassword(password: string): PasswordChecklist {
  const lower = /[a-z]/.test(password);
  const upper = /[A-Z]/.test(password);
  const digit = /[0-9]/.test(password);
  const symbol = /[#$/%?&*]/.test(password);
  const length = password.length >= 8 && password.length <= 16;
  const kinds = [lower, upper, digit, symbol].filter(Boolean).length >= 3;
  const allowed_characters = /^[a-zA-Z0-9#$/%?&*]+$/.test(password);
  const not_common = !/password/i.test(password);
  return {
    length,
    lower,
    upper,
    digit,
    symbol,
    kinds,
    allowed_characters,
    not_personal: true,
    not_common,
    accepted: length && kinds && allowed_characters && not_common,
  };
}

/** As the desk finds them: here by any part of a name or an acronym. */
export function foundCentres({ query }: { query: string }): FoundServiceCentre[] {
  const wanted = query.toLowerCase();
  return CENTRES.filter(({ code, name, acronyms }) =>
    [code, name, ...acronyms].some((text) => text.toLowerCase().includes(wanted)),
  ).map((centre) => ({ centre, school: null }));
}
