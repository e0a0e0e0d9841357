// What the desk's window is shown in tests: a visit, and an open desk.
import type { DeskView, StudentLine, VisitView } from '../src/backend';

export const student = (id: string, last_names: string, first_names: string): StudentLine => ({
  id,
  last_names,
  first_names,
  birth_date: '2015-03-09',
  fiche: '•••4521',
  school: null,
  group: '402',
  active: true,
  incomplete: false,
});
export const OLIVIA = student('s1', 'Tremblay', 'Olivia');
export const ZOE = student('s2', 'Côté', 'Zoé');

export const visit = (changes: Partial<VisitView> = {}): VisitView => ({
  id: 'v7',
  number: 7,
  step: 'children',
  end: null,
  language: 'ar',
  someone_helps: false,
  needs_help: false,
  started_at: '2026-11-22T14:00:00Z',
  student: OLIVIA,
  guardian: { id: 'g1', last_names: 'Roy', first_names: 'Jo', email: 'jo@exemple.org', phone: null, language: null },
  guardians_to_choose: [],
  address: 'jo@exemple.org',
  address_on_file: true,
  code: null,
  has_account: true,
  children: [],
  identity_document: null,
  address_offered: false,
  siblings: [OLIVIA, ZOE],
  to_confirm: [],
  accounts: [],
  claim: null,
  limits: [],
  diagnosis: null,
  proposals: [],
  on_parents_screen: { step: 'children', children: [], own_centre: '762000', correcting: false, gate: null },
  ...changes,
});

export const open = (changes: Partial<Extract<DeskView, { phase: 'open' }>> = {}): DeskView => ({
  phase: 'open',
  kind: 'real',
  school_name: 'École des Quatre-Vents',
  service_centre: { code: '762000', name: 'CSS de Montréal', kind: 'francophone', former_name: null, acronyms: [] },
  user_name: 'marie',
  role: 'secretary',
  visit: null,
  mail: { waiting: 0, will_retry: 0, needs_you: 0 },
  mail_server_set: true,
  registry: { students: 2, imported_at: '2026-11-21T14:00:00Z', age_days: 1, warning: 'none' },
  pending_proposals: 0,
  aside: [],
  interrupted: [],
  waiting_imports: 0,
  open_requests: 0,
  locks_in_seconds: null,
  ...changes,
});
