// Tells Rust that somebody is at this window: a key or the pointer, without which one and where. An idle visit ends, and
// a window in use must not (domain.md §7).
import { useEffect } from 'react';
import { call } from './call';

/** At most so often. */
const EVERY_MILLISECONDS = 5_000;
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

export function useSayInput(command: 'say_at_desk' | 'say_still_here'): void {
  useEffect(() => {
    let said = -Infinity;
    const say = (event: Event) => {
      if (event.timeStamp - said < EVERY_MILLISECONDS) return;
      said = event.timeStamp;
      // A desk that was closed meanwhile has nobody to tell.
      call(command, null).catch(() => undefined);
    };
    for (const sign of SIGNS) window.addEventListener(sign, say, { passive: true, capture: true });
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, say, { capture: true });
    };
  }, [command]);
}
