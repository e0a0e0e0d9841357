// The claim as it is typed, and the list of the password's rules: what is sent, what is missing, what is left.
import { expect, test } from 'vitest';
import { type ClaimDraft, claimOf, EMPTY_CLAIM, isForSecretary, missingFields, withLatinDigits } from '../src/features/parent-children/claim';
import { checkItems, leftToDo } from '../src/features/parent-password/checklist';
import { judgePassword } from './parentViews';

const FILLED: ClaimDraft = {
  ...EMPTY_CLAIM,
  serviceCentre: '762000',
  lastNames: ' Nguyễn ',
  firstNames: 'Thị Mai',
  birthDate: '2016-01-31',
  number: ' NGUT 9351 1601',
};

test('the two questions are left at No', () => {
  expect([EMPTY_CLAIM.neverEnrolled, EMPTY_CLAIM.adultOrVocational]).toEqual(['no', 'no']);
  expect(isForSecretary(EMPTY_CLAIM)).toBe(false);
});

test.each([
  [{ neverEnrolled: 'yes' as const }, true],
  [{ adultOrVocational: 'yes' as const }, true],
  [{}, false],
])('with %j the child is the secretary’s: %s', (part, expected) => {
  expect(isForSecretary({ ...FILLED, ...part })).toBe(expected);
});

test('a filled claim is sent as it was typed, without the spaces around it', () => {
  expect(claimOf(FILLED)).toEqual({
    never_enrolled: false,
    adult_or_vocational: false,
    service_centre: '762000',
    last_names: 'Nguyễn',
    first_names: 'Thị Mai',
    birth_date: '2016-01-31',
    number: 'NGUT 9351 1601',
  });
});

test.each<[Partial<ClaimDraft>, string[]]>([
  [EMPTY_CLAIM, ['service_centre', 'last_names', 'first_names', 'birth_date', 'number']],
  [{ serviceCentre: null }, ['service_centre']],
  [{ lastNames: '  ' }, ['last_names']],
  [{ firstNames: '' }, ['first_names']],
  [{ birthDate: null }, ['birth_date']],
  [{ birthDate: '0016-01-31' }, ['birth_date']],
  [{ number: ' ' }, ['number']],
  [{}, []],
])('with %j the fields %j are missing and nothing is sent', (part, missing) => {
  const draft = { ...FILLED, ...part };
  expect(missingFields(draft)).toEqual(missing);
  expect(claimOf(draft) === null).toBe(missing.length > 0);
});

test.each([
  ['١٢٣٤٥٦٧', '1234567'],
  ['۱۲۳', '123'],
  ['TREO 7153-1501', 'TREO 7153-1501'],
  ['O0I1S5', 'O0I1S5'],
])('the number typed as %s is %s', (typed, read) => {
  expect(withLatinDigits(typed)).toBe(read);
});

test('before the first answer no rule is met', () => {
  expect(leftToDo(checkItems(null, false))).toEqual(['length', 'kinds', 'allowed', 'personal', 'common', 'same']);
});

test.each([
  ['Soleil9', false, ['length', 'same']],
  ['Soleil9é', true, ['allowed']],
  ['soleillevant', true, ['kinds']],
  ['Soleil99', true, []],
])('of "%s" typed twice (%s) %j is left', (password, same, left) => {
  expect(leftToDo(checkItems(judgePassword(password), same))).toEqual(left);
});
