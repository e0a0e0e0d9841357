// The main act of the room that is shown: what the key of confirming does. The room says which it is, the shell presses it.
import { createContext, type RefObject, use, useEffect } from 'react';

export type MainAct = RefObject<(() => void) | null>;

export const MainActContext = createContext<MainAct>({ current: null });

/** While this is shown, the key of confirming does `act`. */
export function useMainAct(act: () => void): void {
  const place = use(MainActContext);
  useEffect(() => {
    place.current = act;
    return () => {
      if (place.current === act) place.current = null;
    };
  });
}
