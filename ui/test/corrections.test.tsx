// Corrections at work: what is proposed, and who decides, over a desk that answers as the test wishes.
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { type ClaimSeen, type CorrectionKind, newQueries, type ProposalLine } from '../src/backend';
import { Approvals } from '../src/features/corrections/Approvals';
import { type Corrected, draftOf, isComplete, kindsFor, requestOf } from '../src/features/corrections/draft';
import { childDraftOf, childRequestOf } from '../src/features/corrections/childDraft';
import { Propose } from '../src/features/corrections/Propose';
import { ProposeChild } from '../src/features/corrections/ProposeChild';
import { L10nProvider } from '../src/l10n';
import { deskBundles } from '../src/l10n/deskBundles';
import { type Asked, fakeShell, Refused } from './fake';

afterEach(cleanup);

const OLIVIA = {
  id: 's1',
  last_names: 'Tremblay',
  first_names: 'Olivia',
  birth_date: '2015-03-09',
  fiche: '••01',
  school: null,
  group: '501',
  active: true,
  incomplete: false,
};
const JULIE: Corrected = {
  guardian: { id: 'g1', last_names: 'Gagnon', first_names: 'Julie', email: 'j@exemple.org', phone: null, language: null },
  relationship: 'mother',
  access: 'allowed',
};
const proposal = (changes: Partial<ProposalLine> = {}): ProposalLine => ({
  id: 'p1',
  kind: 'email',
  state: 'pending',
  student: OLIVIA,
  guardian: JULIE.guardian,
  changes: [{ field: 'email', old: 'j@exemple.org', new: 'julie@exemple.org' }],
  identity_document: 'passport',
  tie_document: null,
  proposed_by: 'nadia',
  proposed_at: '2026-11-22T14:00:00Z',
  is_yours: false,
  decided_by: null,
  decided_at: null,
  reason: null,
  why_not_you: null,
  ...changes,
});

function show(children: React.ReactNode, answers: Record<string, unknown>): Asked[] {
  const asked = fakeShell(answers);
  render(
    <L10nProvider bundles={deskBundles} locale="fr-CA">
      <QueryClientProvider client={newQueries()}>{children}</QueryClientProvider>
    </L10nProvider>,
  );
  return asked;
}
const press = async (act: string) => {
  const button = await waitFor(() => {
    const found = document.querySelector<HTMLElement>(`[data-act="${act}"]`);
    if (!found) throw new Error(`no ${act}`);
    return found;
  });
  await userEvent.click(button);
};
const requestTo = (asked: Asked[], command: string) => asked.find((one) => one.command === command)?.request;

test.each([
  ['email', { email: 'a@b.ca', identity: 'passport' }, true],
  ['email', { email: 'a@b.ca' }, false],
  ['email', { email: ' ', identity: 'passport' }, false],
  ['name', { identity: 'passport' }, true],
  ['name', { first_names: '', identity: 'passport' }, false],
  ['relationship', { tie: 'school_document' }, true],
  ['relationship', { identity: 'passport' }, false],
  ['new_guardian', { identity: 'passport', tie: 'birth_certificate' }, true],
  ['new_guardian', { identity: 'passport' }, false],
  ['restrict', { tie: 'court_document' }, true],
  ['restrict', {}, false],
] as const)('a %s with %j is complete: %s', (kind, changes, complete) => {
  expect(isComplete({ ...draftOf(kind, JULIE, null), ...changes })).toBe(complete);
});

test('only an administrator is offered a restriction, and its lifting where there is one', () => {
  const last = (of: Corrected, isAdministrator: boolean): CorrectionKind | undefined => kindsFor(of, isAdministrator).at(-1);
  expect(last(JULIE, false)).toBe('relationship');
  expect(last(JULIE, true)).toBe('restrict');
  expect(last({ ...JULIE, access: 'restricted' }, true)).toBe('lift_restriction');
});

test('what a kind does not ask for is not sent', () => {
  const draft = { ...draftOf('relationship', JULIE, null), identity: 'passport', tie: 'court_document' } as const;
  expect(requestOf(draft, 's1', 'g1', false)).toEqual({
    student_id: 's1',
    guardian_id: 'g1',
    correction: { kind: 'relationship', relationship: 'mother' },
    identity_document: null,
    tie_document: 'court_document',
    in_visit: false,
  });
});

test('an address is proposed once it is said which document was seen', async () => {
  const asked = show(
    <Propose student={OLIVIA} of={JULIE} isAdministrator={false} inVisit email="julie@exemple.org" onClose={() => undefined} onDone={() => undefined} />,
    { propose_correction: new Refused({ code: 'already_proposed' }) },
  );
  await press('propose_correction');
  expect(requestTo(asked, 'propose_correction')).toBeUndefined();
  await userEvent.click(screen.getByRole('radio', { name: 'Passeport' }));
  await press('propose_correction');
  await screen.findByText('La même correction attend déjà pour cet adulte.');
  expect(requestTo(asked, 'propose_correction')).toEqual({
    student_id: 's1',
    guardian_id: 'g1',
    correction: { kind: 'email', email: 'julie@exemple.org' },
    identity_document: 'passport',
    tie_document: null,
    in_visit: true,
  });
});

test('whoever may decide approves with a press and another', async () => {
  const asked = show(<Approvals />, { list_proposals: { pending: [proposal()], closed: [] } });
  await press('approve_proposal_open');
  expect(document.querySelector('[name=second_user]')).toBeNull();
  await press('approve_proposal');
  await waitFor(() => expect(requestTo(asked, 'approve_proposal')).toEqual({ proposal_id: 'p1', second: null }));
});

test('whoever proposed it leaves it to a second person with their own password', async () => {
  const own = proposal({ is_yours: true, why_not_you: 'same_person' });
  const asked = show(<Approvals />, { list_proposals: { pending: [own], closed: [] } });
  await screen.findByText('Vous l’avez proposée : une autre personne doit l’approuver.');
  await press('approve_proposal_open');
  await press('approve_proposal');
  expect(requestTo(asked, 'approve_proposal')).toBeUndefined();
  await userEvent.type(document.querySelector('[name=second_user]') as HTMLElement, 'amina');
  await userEvent.type(document.querySelector('[name=second_password]') as HTMLElement, 'mot');
  await press('approve_proposal');
  await waitFor(() =>
    expect(requestTo(asked, 'approve_proposal')).toEqual({
      proposal_id: 'p1',
      second: { user_name: 'amina', password: 'mot' },
    }),
  );
});

test('a refusal has a reason of the list, and what was decided is told', async () => {
  const closed = proposal({ id: 'p2', state: 'refused', reason: 'mistyped', decided_by: 'julie', decided_at: '2026-11-22T15:00:00Z' });
  const asked = show(<Approvals />, { list_proposals: { pending: [proposal()], closed: [closed] } });
  expect(await screen.findByText('refusée · Faute de frappe')).toBeTruthy();
  await press('refuse_proposal_open');
  await userEvent.click(screen.getByRole('radio', { name: 'Ce n’est pas cet adulte' }));
  await press('refuse_proposal');
  await waitFor(() =>
    expect(requestTo(asked, 'refuse_proposal')).toEqual({ proposal_id: 'p1', reason: 'wrong_adult', second: null }),
  );
});

const CLAIM: ClaimSeen = {
  at: '2026-11-22T14:00:00Z',
  outcome: 'mismatch',
  student: OLIVIA,
  file_corrected: false,
  other_centre: null,
  fields: [
    { field: 'last_names', verdict: 'same', stated: 'TREMBLAY', on_file: 'Tremblay' },
    { field: 'first_names', verdict: 'extra_part', stated: 'Olivia Rose', on_file: 'Olivia' },
    { field: 'birth_date', verdict: 'different', stated: '2015-03-10', on_file: '2015-03-09' },
  ],
};

test('a child’s correction starts from what the parent stated, where it differs, and waits for a document', async () => {
  const asked = show(
    <ProposeChild student={OLIVIA} claim={CLAIM} inVisit onClose={() => undefined} onDone={() => undefined} />,
    { propose_correction: { proposal_id: 'p1', state: 'pending' } },
  );
  await press('propose_correction');
  expect(requestTo(asked, 'propose_correction')).toBeUndefined();
  await userEvent.click(screen.getByRole('radio', { name: 'Passeport' }));
  await press('propose_correction');
  await waitFor(() =>
    expect(requestTo(asked, 'propose_correction')).toEqual({
      student_id: 's1',
      guardian_id: null,
      correction: { kind: 'student', last_names: 'Tremblay', first_names: 'Olivia Rose', birth_date: '2015-03-10' },
      identity_document: 'passport',
      tie_document: null,
      in_visit: true,
    }),
  );
});

test.each([
  ['birth_certificate', 'tie_document'],
  ['court_document', 'tie_document'],
  ['permanent_resident_card', 'identity_document'],
] as const)('a %s is sent as the %s', (seen, list) => {
  const request = childRequestOf({ ...childDraftOf(OLIVIA, null), seen }, 's1', false);
  expect(request).toMatchObject({ identity_document: null, tie_document: null, [list]: seen });
});

test('a child’s proposal shows its dates as dates, and names no adult', async () => {
  const line = proposal({
    kind: 'student',
    guardian: null,
    changes: [{ field: 'birth_date', old: '2015-03-09', new: '2015-03-10' }],
  });
  show(<Approvals />, { list_proposals: { pending: [line], closed: [] } });
  expect(await screen.findByText('Corriger l’identité de l’enfant')).toBeTruthy();
  expect(screen.getByText('10 mars 2015')).toBeTruthy();
  expect(screen.queryByText('Répondant')).toBeNull();
});
