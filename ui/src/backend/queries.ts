// How the windows ask and act: nothing kept longer than shown, no retry behind the person's back.
import { keepPreviousData, type Query, QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
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

interface Then<C extends Command> {
  onSuccess?: (answer: ResponseOf<C>) => void;
  onError?: (error: BackendError) => void;
  onSettled?: () => void;
}

/**
 * An act of the person. What is shown is asked for again afterwards. What follows on the answer is done also when the
 * view, which may be quicker, has put away the screen of the act meanwhile.
 */
export function useAct<C extends Command>(command: C) {
  const queries = useQueryClient();
  const act = useMutation<ResponseOf<C>, BackendError, RequestOf<C>>({
    mutationFn: (request) => call(command, request),
    onSettled: () => queries.invalidateQueries({ predicate: isAskedAgain }),
  });
  const { mutateAsync } = act;
  const mutate = useCallback(
    (request: RequestOf<C>, then: Then<C> = {}) => {
      void mutateAsync(request).then(then.onSuccess, then.onError ?? (() => undefined)).then(then.onSettled);
    },
    [mutateAsync],
  );
  return { ...act, mutate };
}
