// What a parent states about a child, while it is being typed. Whether it matches is Rust's to say.
import type { StateClaim } from '../../backend';

export type YesNo = 'no' | 'yes';

/** The form as it stands. The two questions are left at "No" (domain.md §1.3). */
export interface ClaimDraft {
  neverEnrolled: YesNo;
  adultOrVocational: YesNo;
  serviceCentre: string | null;
  lastNames: string;
  firstNames: string;
  /** `2014-03-09`, or null while a part of it is missing. */
  birthDate: string | null;
  number: string;
}

export const EMPTY_CLAIM: ClaimDraft = {
  neverEnrolled: 'no',
  adultOrVocational: 'no',
  serviceCentre: null,
  lastNames: '',
  firstNames: '',
  birthDate: null,
  number: '',
};

/** The fields to fill, named as in the contract, in the order of the screen. */
export const CLAIM_FIELDS = ['service_centre', 'last_names', 'first_names', 'birth_date', 'number'] as const;
export type ClaimFieldName = (typeof CLAIM_FIELDS)[number];

/** A year typed with two digits is a year of antiquity. */
const FIRST_YEAR = 1900;

/** The fields that are not filled yet, in the order of the screen. */
export function missingFields(draft: ClaimDraft): ClaimFieldName[] {
  const birthYear = Number(draft.birthDate?.slice(0, 4) ?? 0);
  const filled: Record<ClaimFieldName, boolean> = {
    service_centre: draft.serviceCentre !== null,
    last_names: draft.lastNames.trim() !== '',
    first_names: draft.firstNames.trim() !== '',
    birth_date: birthYear >= FIRST_YEAR,
    number: draft.number.trim() !== '',
  };
  return CLAIM_FIELDS.filter((name) => !filled[name]);
}

/** One of the questions is answered "Yes": the rest is the secretary's, and is not asked for. */
export function isForSecretary(draft: ClaimDraft): boolean {
  return draft.neverEnrolled === 'yes' || draft.adultOrVocational === 'yes';
}

/** The claim to send, or null while a field is missing. */
export function claimOf(draft: ClaimDraft): StateClaim | null {
  const { serviceCentre, birthDate } = draft;
  if (serviceCentre === null || birthDate === null || missingFields(draft).length > 0) return null;
  return {
    never_enrolled: draft.neverEnrolled === 'yes',
    adult_or_vocational: draft.adultOrVocational === 'yes',
    service_centre: serviceCentre,
    last_names: draft.lastNames.trim(),
    first_names: draft.firstNames.trim(),
    birth_date: birthDate,
    number: draft.number.trim(),
  };
}

/** What was typed, with the digits of Arabic and Persian keyboards as Latin ones. Nothing else is mended. */
export function withLatinDigits(typed: string): string {
  return typed
    .replace(/[\u0660-\u0669]/gu, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/gu, (digit) => String(digit.charCodeAt(0) - 0x06f0));
}
