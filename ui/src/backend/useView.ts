// A window's view of the desk: asked for at the start, and again each time Rust says it has changed.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call } from './call';
import { isAskedAgain } from './queries';
import { subscribe } from './subscribe';

const NAMES = {
  view_desk: 'watch_desk',
  view_parent: 'watch_parent',
} as const;

/** The windows keep no truth of their own: this is where they get it. */
export function useView<C extends keyof typeof NAMES>(command: C) {
  const queries = useQueryClient();
  useEffect(
    () => subscribe(NAMES[command], () => void queries.invalidateQueries({ predicate: isAskedAgain })),
    [command, queries],
  );
  return useQuery({ queryKey: [command], queryFn: () => call(command, null) });
}
