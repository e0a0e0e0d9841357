// How the windows ask and act: nothing kept longer than shown, no retry behind the person's back.
import { keepPreviousData, type Query, QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
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

/** Asking some things is itself an entry of the journal: those are asked once a showing, never behind the person's back. */
export function isAskedAgain(query: Query): boolean {
  return query.meta?.once !== true;
}

interface AnswerOptions {
  enabled?: boolean;
  /** Asked once a showing, since the asking is journalled. */
  once?: boolean;
  /** Shows the answer to the request before while the next is under way. */
  keep?: boolean;
  /** Asked again so often, in milliseconds, for what changes without a word. */
  every?: number;
}

/** What a command answers, asked again when the view changes. */
export function useAnswer<C extends Command>(command: C, request: RequestOf<C>, options: AnswerOptions = {}) {
  const { enabled = true, once = false, keep = false, every } = options;
  return useQuery<ResponseOf<C>, BackendError, ResponseOf<C>, readonly unknown[]>({
    queryKey: [command, request],
    queryFn: () => call(command, request),
    enabled,
    meta: { once },
    refetchInterval: every ?? false,
    placeholderData: keep ? keepPreviousData : undefined,
  });
}

/** An act of the person. What is shown is asked for again afterwards. */
export function useAct<C extends Command>(command: C) {
  const queries = useQueryClient();
  return useMutation<ResponseOf<C>, BackendError, RequestOf<C>>({
    mutationFn: (request) => call(command, request),
    onSettled: () => queries.invalidateQueries({ predicate: isAskedAgain }),
  });
}
