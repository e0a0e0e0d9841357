// The parent's window at one step with made-up answers, for looking at it in a browser. Nothing of it ships.
// `npx vite`, then /test/gallery/parent.html?step=code&language=ar&answer=does_not_match
import type { ClaimAnswer } from '../../src/backend';
import { fakeShell, Refused } from '../fake';
import { FAMILY, foundCentres, judgePassword, parentView, STEPS } from '../parentViews';

const asked = new URLSearchParams(location.search);
const step = (asked.get('step') ?? 'welcome') as keyof typeof STEPS;
const view = parentView(STEPS[step], asked.get('language') ?? 'fr-CA', { someone_helps: asked.has('helped') });
const child = FAMILY[0] ?? { first_names: '', last_names: '', school: null, group: null };

fakeShell({
  view_parent: () => ({ ...view }),
  watch_parent: null,
  offer_service_centres: foundCentres,
  check_password: ({ password }: { password: string }) => judgePassword(password),
  choose_language: ({ locale }: { locale: string }) => void (view.language = locale),
  say_someone_helps: ({ someone_helps }: { someone_helps: boolean }) => void (view.someone_helps = someone_helps),
  ask_for_help: () => void (view.help_called = true),
  give_address: new Refused({ code: 'invalid', field: 'address' }),
  sign_in_parent: new Refused({ code: 'sign_in_refused' }),
  ask_code_again: asked.get('answer') === 'too_many' ? new Refused({ code: 'too_many', minutes: 15 }) : null,
  enter_code: asked.get('answer') === 'dead' ? { answer: 'dead' } : { answer: 'wrong', tries_left: 4 },
  state_claim: { answer: asked.get('answer') ?? 'does_not_match', child, look_alike: true } as ClaimAnswer,
});

await import('../../src/parent');
