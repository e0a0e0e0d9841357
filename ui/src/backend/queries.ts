// How the windows ask and act: nothing kept longer than shown, no retry behind the person's back.
import { QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, type Command, type RequestOf, type ResponseOf } from './call';
import type { BackendError } from './errors';

/** One a window. Answers are dropped as soon as no screen shows them. */
export function newQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The desk is on this machine: whether the network is up says nothing about it.
      queries: { retry: false, gcTime: 0, refetchOnWindowFocus: false, networkMode: 'always' },
      mutations: { retry: false, gcTime: 0, networkMode: 'always' },
    },
  });
}

/** What a command answers, asked again when the view changes. */
export function useAnswer<C extends Command>(command: C, request: RequestOf<C>, enabled = true) {
  return useQuery<ResponseOf<C>, BackendError>({
    queryKey: [command, request],
    queryFn: () => call(command, request),
    enabled,
  });
}

/** An act of the person. Every answer shown is asked for again afterwards. */
export function useAct<C extends Command>(command: C) {
  const queries = useQueryClient();
  return useMutation<ResponseOf<C>, BackendError, RequestOf<C>>({
    mutationFn: (request) => call(command, request),
    onSettled: () => queries.invalidateQueries(),
  });
}
