// What is shown while a press is held, and asked for anew each time. An answer that comes after the press is dropped.
import { useRef, useState } from 'react';

export interface Held<T> {
  answer: T | null;
  error: unknown;
  show: () => void;
  hide: () => void;
}

export function useHeld<T>(ask: () => Promise<T>): Held<T> {
  const [answer, setAnswer] = useState<T | null>(null);
  const [error, setError] = useState<unknown>(null);
  const held = useRef(false);
  const show = () => {
    held.current = true;
    setError(null);
    ask()
      .then((told) => {
        if (held.current) setAnswer(told);
      })
      .catch(setError);
  };
  const hide = () => {
    held.current = false;
    setAnswer(null);
  };
  return { answer, error, show, hide };
}
