// The accented letters of French and its neighbours, to press where a name is typed: many keyboards lack them,
// and the Compose key is unreliable in WebKitGTK.
import type { RefObject } from 'react';
import { flushSync } from 'react-dom';
import { Button, Toolbar } from 'react-aria-components';
import { useWords } from '../l10n';
import styles from './AccentKeys.module.css';

const LETTERS = ['é', 'è', 'ê', 'ë', 'à', 'â', 'ç', 'î', 'ï', 'ô', 'ù', 'û', 'œ', 'ñ'];

/** The text with `letter` in the place of the selection, a capital at the start of a word, and where the caret goes. */
export function insertLetter(text: string, start: number, end: number, letter: string): { text: string; caret: number } {
  const before = text.slice(0, start);
  const begins = before === '' || /[\s\-'’]$/u.test(before);
  const inserted = begins ? letter.toLocaleUpperCase('fr-CA') : letter;
  return { text: before + inserted + text.slice(end), caret: start + inserted.length };
}

export function AccentKeys({ input, onChange }: {
  input: RefObject<HTMLInputElement | null>;
  onChange: (value: string) => void;
}) {
  const words = useWords();
  const press = (letter: string) => {
    const field = input.current;
    if (!field) return;
    const end = field.value.length;
    const next = insertLetter(field.value, field.selectionStart ?? end, field.selectionEnd ?? end, letter);
    // The caret can only be placed once React has written the new text.
    flushSync(() => onChange(next.text));
    field.focus();
    field.setSelectionRange(next.caret, next.caret);
  };
  return (
    <Toolbar className={styles.keys} aria-label={words('ui-accents')}>
      {LETTERS.map((letter) => (
        <Button key={letter} className={styles.key} preventFocusOnPress onPress={() => press(letter)}>
          {letter}
        </Button>
      ))}
    </Toolbar>
  );
}
