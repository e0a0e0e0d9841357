// What was seen: kinds of documents, never a number, never a copy (domain.md §6).
import type { ReactNode } from 'react';
import type { IdentityDocument, TieDocument } from '../../backend';
import { type Choice, Radios } from '../../components';
import { useWords } from '../../l10n';
import type { ChildDocument } from './childDraft';

/** In the order in which they are offered: the last two are never asked for. */
const IDENTITY: readonly IdentityDocument[] = [
  'passport',
  'permanent_resident_card',
  'citizenship_certificate',
  'other_official_with_photo',
  'driving_licence',
  'health_card',
];
const NEVER_ASKED: ReadonlySet<IdentityDocument> = new Set(['driving_licence', 'health_card']);
const TIES: readonly TieDocument[] = ['birth_certificate', 'school_document', 'court_document'];

interface Props<T> {
  value: T | null;
  onChange: (value: T) => void;
}

/** Who the adult is, or the student who is of age. */
export function IdentitySeen({ value, onChange, ofStudent = false }: Props<IdentityDocument> & { ofStudent?: boolean }) {
  const words = useWords();
  return (
    <Radios
      {...words.field(ofStudent ? 'agreement-identity' : 'visit-in-person-identity')}
      name="identity_document"
      value={value}
      onChange={onChange}
      choices={IDENTITY.map((id) => ({
        id,
        label: words.of('document', id),
        note: NEVER_ASKED.has(id) ? words(ofStudent ? 'agreement-if-offered' : 'visit-in-person-if-offered') : undefined,
      }))}
    />
  );
}

type TieOrNone = TieDocument | 'none';

/** What ties the adult to this child, where several children are asked about at once: one may be left out. */
export function TieSeenOf({ label, description, name, value, onChange }: {
  label: ReactNode;
  description: ReactNode;
  name: string;
  value: TieDocument | null;
  onChange: (value: TieDocument | null) => void;
}) {
  const words = useWords();
  const choices: Choice<TieOrNone>[] = TIES.map((id) => ({ id, label: words.of('tie', id) }));
  return (
    <Radios<TieOrNone>
      label={label}
      description={description}
      name={name}
      value={value ?? 'none'}
      onChange={(tie) => onChange(tie === 'none' ? null : tie)}
      choices={[...choices, { id: 'none', label: words('visit-tie-none') }]}
      beside
    />
  );
}

/** What parts an adult from a child is an order or a measure, never a birth certificate. */
const PARTS: readonly TieDocument[] = ['court_document', 'school_document'];

/** What ties the adult to the child, or parts them. */
export function TieSeen({ value, onChange, parts = false }: Props<TieDocument> & { parts?: boolean }) {
  const words = useWords();
  return (
    <Radios
      label={words(parts ? 'correction-restriction-seen' : 'visit-in-person-tie.label')}
      name="tie_document"
      value={value}
      onChange={onChange}
      choices={(parts ? PARTS : TIES).map((id) => ({ id, label: words.of('tie', id) }))}
    />
  );
}

/** A newcomer's child has a passport more often than a birth certificate. */
const OF_CHILD: readonly { id: ChildDocument; list: 'tie' | 'document' }[] = [
  { id: 'birth_certificate', list: 'tie' },
  { id: 'passport', list: 'document' },
  { id: 'permanent_resident_card', list: 'document' },
  { id: 'citizenship_certificate', list: 'document' },
  { id: 'court_document', list: 'tie' },
  { id: 'other_official_with_photo', list: 'document' },
];

/** Who the child is. */
export function ChildSeen({ value, onChange }: Props<ChildDocument>) {
  const words = useWords();
  return (
    <Radios
      {...words.field('correction-child-seen')}
      name="child_document"
      value={value}
      onChange={onChange}
      choices={OF_CHILD.map(({ id, list }) => ({ id, label: words.of(list, id) }))}
    />
  );
}
