// A student of age agrees to an adult, over a desk that answers as the test wishes.
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { type GuardianOnFile, newQueries, type StudentFile } from '../src/backend';
import { Agreement } from '../src/features/student/Agreement';
import { FRENCH, L10nProvider } from '../src/l10n';
import { deskBundles } from '../src/l10n/deskBundles';
import { type Asked, fakeShell } from './fake';

afterEach(cleanup);

const ADULT: GuardianOnFile = {
  guardian: { id: 'g1', last_names: 'Gagnon', first_names: 'Julie', email: 'julie@exemple.org', phone: null, language: null },
  relationship: 'mother',
  priority: 1,
  access: 'allowed',
  account: 'account',
  closed_accounts: [],
  confirmed: null,
  differs: [],
  suspended_at: '2026-09-02T12:00:00Z',
  agreed_at: null,
  revoked_at: null,
  taking_back: [],
};

const FILE: StudentFile = {
  student: {
    id: 's1',
    last_names: 'Tremblay',
    first_names: 'Noah',
    birth_date: '2008-09-02',
    fiche: null,
    school: null,
    group: '505',
    active: true,
    incomplete: false,
  },
  sex: null,
  permanent_code: null,
  source: 'csv',
  imported_at: null,
  differs: [],
  of_age_since: '2026-09-02',
  guardians: [],
  proposals: [],
  claims_locked_at: null,
  siblings: [],
  history: [],
};

function show(one: GuardianOnFile): { asked: Asked[]; onChanged: () => void } {
  const asked = fakeShell({ record_agreement: null, withdraw_agreement: null });
  const onChanged = vi.fn();
  render(
    <QueryClientProvider client={newQueries()}>
      <L10nProvider bundles={deskBundles} locale={FRENCH}>
        <Agreement file={FILE} one={one} onChanged={onChanged} />
      </L10nProvider>
    </QueryClientProvider>,
  );
  return { asked, onChanged };
}

const IDS = { student_id: 's1', guardian_id: 'g1' };

test('an agreement is recorded once it is said what was seen of the student', async () => {
  const { asked, onChanged } = show(ADULT);
  await userEvent.click(screen.getByRole('button', { name: 'L’élève donne son accord' }));
  const record = screen.getByRole('button', { name: 'Noter l’accord' });
  expect(record).toHaveProperty('disabled', true);
  await userEvent.click(screen.getByRole('radio', { name: 'Passeport' }));
  await userEvent.click(record);
  await waitFor(() => expect(onChanged).toHaveBeenCalledOnce());
  expect(asked.at(-1)).toEqual({ command: 'record_agreement', request: { ...IDS, identity_document: 'passport' } });
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('an agreement that stands is told with its day, and may be withdrawn', async () => {
  const { asked, onChanged } = show({ ...ADULT, suspended_at: null, agreed_at: '2026-09-03T12:00:00Z' });
  expect(screen.getByText(/accord de l’élève/).textContent).toContain('2026');
  await userEvent.click(screen.getByRole('button', { name: 'L’élève retire son accord' }));
  expect(asked).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Retirer l’accord' }));
  await waitFor(() => expect(onChanged).toHaveBeenCalledOnce());
  expect(asked.at(-1)).toEqual({ command: 'withdraw_agreement', request: IDS });
});

test('nothing is agreed to for an adult who is restricted', () => {
  show({ ...ADULT, access: 'restricted' });
  expect(screen.queryByRole('button')).toBeNull();
});
