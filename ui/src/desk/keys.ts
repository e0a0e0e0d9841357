// The keys of the desk: which press asks for what. What each does is the shell's.
import { useEffect, useRef } from 'react';

/** In the order in which they are shown. */
export const KEYS = [
  { act: 'search', shown: ['F2', '/', 'Ctrl K'] },
  { act: 'visit', shown: ['F4'] },
  { act: 'aside', shown: ['F8'] },
  { act: 'take-up', shown: ['F9'] },
  { act: 'main', shown: ['Ctrl ↵'] },
  { act: 'keys', shown: ['F1', '?'] },
] as const;

export type KeyAct = (typeof KEYS)[number]['act'];

const FUNCTION_KEYS: Partial<Record<string, KeyAct>> = { F1: 'keys', F2: 'search', F4: 'visit', F8: 'aside', F9: 'take-up' };
const CHARACTERS: Partial<Record<string, KeyAct>> = { '/': 'search', '?': 'keys' };

/** What a key press asks for, if anything. A character is one where something is typed, and no question is passed over. */
export function askedBy(event: KeyboardEvent): KeyAct | null {
  if (event.isComposing || event.altKey) return null;
  const { target, key } = event;
  const at = target instanceof HTMLElement ? target : null;
  const control = event.ctrlKey || event.metaKey;
  if (control && !event.shiftKey && key.toLowerCase() === 'k') return 'search';
  if (at?.closest('[role="dialog"], [role="alertdialog"]')) return null;
  if (control) return key === 'Enter' ? 'main' : null;
  const named = event.shiftKey ? undefined : FUNCTION_KEYS[key];
  if (named) return named;
  return at?.closest('input, textarea, select, [contenteditable]') ? null : (CHARACTERS[key] ?? null);
}

export function useKeys(acts: Record<KeyAct, () => void>): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const asked = askedBy(event);
      if (asked === null) return;
      event.preventDefault();
      latest.current[asked]();
    };
    // On the way down: a field keeps some presses to itself.
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, []);
}
