// The words around a field in both languages: a message is its label, the `.description` its help.
import type { ReactNode } from 'react';
import { Bilingual, type Words } from '../l10n';

export function fieldWords(words: Words, id: string): { label: ReactNode; description?: ReactNode } {
  return {
    label: <Bilingual id={id} />,
    description: words.has(`${id}.description`) ? <Bilingual id={`${id}.description`} /> : undefined,
  };
}
