// What changes by the passing of time alone: Rust says nothing then, so the window asks at that moment.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Command } from './call';

/** A moment after the instant, so that clocks that differ by a hair agree that it is past. */
const MOMENT_MILLISECONDS = 500;

/** Asks for the view again at an instant, given as ISO text; not at all for null. */
export function useAskAgainAt(command: Command, instant: string | null): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (instant === null) return;
    const left = Math.max(0, new Date(instant).getTime() - Date.now()) + MOMENT_MILLISECONDS;
    const timer = setTimeout(() => void queries.invalidateQueries({ queryKey: [command] }), left);
    return () => clearTimeout(timer);
  }, [command, instant, queries]);
}
