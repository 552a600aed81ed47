'use client';

import {
  matchQuery,
  noop,
  type Query,
  type QueryClient,
  type QueryKey,
  useMutation,
  type UseMutationOptions,
  type UseMutationResult,
  useQueryClient,
} from '@tanstack/react-query';
import { mayHaveArrived } from '../client/idempotency.ts';
import type { CobaltClient } from '../client/createCobaltClient.ts';
import { type AnyCobaltError, isCobaltError } from '../errors/anyCobaltError.ts';
import { useCobaltClient } from './clientContext.ts';
import type { Stale, WriteDescriptor } from './descriptors.ts';
import { operationKey } from './keys.ts';
import { showChange } from './patch.ts';

/** TanStack's own options, all of them but the function that sends. */
export type WriteHookOptions<Answer, Params, OnMutateResult = unknown> = Omit<
  UseMutationOptions<Answer, AnyCobaltError, Params, OnMutateResult>,
  'mutationFn' | 'mutationKey'
>;

/**
 * What every hook of one write is made of. A write is sent once: what could make it twice is for the person to decide. Its callbacks
 * are all the caller's own, since showing, taking back and refreshing happen around the request itself.
 */
export function useCobaltMutation<Params, Answer, OnMutateResult = unknown>(
  descriptor: WriteDescriptor<Params, Answer>,
  options?: WriteHookOptions<Answer, Params, OnMutateResult>,
): UseMutationResult<Answer, AnyCobaltError, Params, OnMutateResult> {
  const client = useCobaltClient();
  const queryClient = useQueryClient();
  return useMutation({
    retry: false,
    throwOnError: false,
    networkMode: 'always',
    ...options,
    mutationKey: operationKey(client, descriptor),
    mutationFn: (params: Params) => write(queryClient, client, descriptor, params),
  });
}

async function write<Params, Answer>(
  queryClient: QueryClient,
  client: CobaltClient,
  descriptor: WriteDescriptor<Params, Answer>,
  params: Params,
): Promise<Answer> {
  const patch = descriptor.optimistic?.(params);
  const shown = patch && showChange(queryClient, client, patch);
  const keysOf = (calls: readonly Stale[] = []): readonly QueryKey[] =>
    calls.map(({ operation, params: only }) => {
      const queryKey = operationKey(client, operation);
      return only ? [...queryKey, 'query', only] : queryKey;
    });
  const patched = keysOf(
    patch?.operations.map((operation) =>
      operation.answer === 'list' ? { operation } : { operation, params: { id: patch.id } },
    ),
  );
  const stale = keysOf(descriptor.stale?.(params));
  try {
    const answer = await client.call(descriptor as WriteDescriptor<object, Answer>, params as object);
    shown?.keep();
    readAgain(queryClient, stale);
    // What was patched need not be read now, but later: it may belong to another filter or place by now.
    for (const queryKey of patched) void queryClient.invalidateQueries({ queryKey, refetchType: 'none' });
    return answer;
  } catch (error) {
    // Nobody knows whether it was saved, or it was saved by an earlier try: what is true now is read again.
    const isOpen = isCobaltError(error) && mayHaveArrived(error);
    if (isOpen) shown?.letGo();
    else shown?.undo();
    if (isOpen) readAgain(queryClient, [...stale, ...patched]);
    else if (isCobaltError(error, 'already-sent')) readAgain(queryClient, stale);
    throw error;
  }
}

function readAgain(queryClient: QueryClient, keys: readonly QueryKey[]): void {
  const predicate = (query: Query): boolean => keys.some((queryKey) => matchQuery({ queryKey }, query));
  // TanStack lets a first load go on; its answer may be older than the write.
  for (const query of queryClient.getQueryCache().findAll({ fetchStatus: 'fetching', predicate })) {
    if (query.state.data !== undefined) continue;
    void query.cancel({ silent: true });
    query.fetch().catch(noop);
  }
  void queryClient.invalidateQueries({ predicate });
}
