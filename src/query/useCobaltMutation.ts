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
import { paramsObject } from '../client/operation.ts';
import { type AnyCobaltError, isCobaltError } from '../errors/anyCobaltError.ts';
import { ConfigurationError } from '../errors/ConfigurationError.ts';
import { useCobaltClient } from './clientContext.ts';
import type { Stale, WriteDescriptor } from './descriptors.ts';
import { operationKey } from './keys.ts';
import { submissionOf } from './openSubmission.ts';
import { showChange } from './patch.ts';
import { forgetMissing, removeResource } from './removeResource.ts';

/**
 * TanStack's own options, all of them but the function that sends, and those that make a write wait: TanStack dehydrates what waits, and
 * what is sent may hold a secret.
 */
export interface WriteHookOptions<Answer, Params, OnMutateResult = unknown>
  extends UseMutationOptions<Answer, AnyCobaltError, Params, OnMutateResult> {
  // Named one by one: `Omit` would have TypeScript write all the others anew for each hook.
  mutationFn?: never;
  mutationKey?: never;
  networkMode?: never;
  scope?: never;
}

const NEVER_WAITS = { networkMode: 'always', scope: undefined } as { readonly networkMode: 'always' };

/**
 * What every hook of one write is made of. A write is sent once: what could make it twice is for the person to decide. Its callbacks
 * are all the caller's own, since showing, taking back and refreshing happen around the request itself.
 *
 * @param receive what becomes of the answer before it is kept as `data`; what is stale is read again after it
 */
export function useCobaltMutation<Params, Answer, OnMutateResult = unknown, Kept = Answer>(
  descriptor: WriteDescriptor<Params, Answer>,
  options?: WriteHookOptions<Kept, Params, OnMutateResult>,
  receive?: (answer: Answer) => Promise<Kept>,
): UseMutationResult<Kept, AnyCobaltError, Params, OnMutateResult> {
  const client = useCobaltClient();
  const queryClient = useQueryClient();
  return useMutation({
    retry: false,
    throwOnError: false,
    ...options,
    ...NEVER_WAITS,
    mutationKey: operationKey(client, descriptor),
    mutationFn: (params: Params) =>
      write(queryClient, client, descriptor, params, receive ?? ((answer) => answer as unknown as Kept)),
  });
}

async function write<Params, Answer, Kept>(
  queryClient: QueryClient,
  client: CobaltClient,
  descriptor: WriteDescriptor<Params, Answer>,
  params: Params,
  receive: (answer: Answer) => Kept | Promise<Kept>,
): Promise<Kept> {
  const patch = descriptor.patches?.(params);
  const shown = patch && showChange(queryClient, client, patch);
  const stale = descriptor.stale?.(params) ?? [];
  const patched =
    patch?.operations.map((operation) =>
      operation.answer === 'list' ? { operation } : { operation, params: { id: patch.id } },
    ) ?? [];
  const removal = descriptor.removes?.();
  const removed: Stale[] = [
    ...(removal?.lists ?? []).map((operation) => ({ operation })),
    ...(removal?.items ?? []).map((operation) => ({ operation, params: paramsObject(params as object) })),
  ];
  const submission = submissionOf(client, descriptor, params);
  const { signal } = params as { readonly signal?: AbortSignal };
  let answer: Answer;
  try {
    answer = await client.call(descriptor as WriteDescriptor<object, Answer>, submission.params, { signal });
  } catch (error) {
    submission.failed(error);
    // Nobody knows whether it was saved, or it was saved by an earlier try: what is true now is read again.
    const isOpen = isCobaltError(error) ? mayHaveArrived(error) : !(error instanceof ConfigurationError);
    if (isOpen) shown?.letGo();
    else shown?.undo();
    if (isOpen) readAgain(queryClient, keysOf(client, [...stale, ...patched, ...removed]));
    else if (isCobaltError(error, 404))
      forgetMissing(queryClient, client, descriptor, paramsObject(params as object));
    else if (isCobaltError(error, 'already-sent')) readAgain(queryClient, keysOf(client, stale));
    throw error;
  }
  submission.succeeded();
  shown?.keep(answer);
  if (removal) removeResource(queryClient, client, removal, paramsObject(params as object));
  try {
    // A new token first, so that what is read again goes out with it.
    return await receive(answer);
  } finally {
    readAgain(queryClient, keysOf(client, stale));
    // What was patched need not be read now, but later: it may belong to another filter or place by now.
    for (const queryKey of keysOf(client, patched))
      void queryClient.invalidateQueries({ queryKey, refetchType: 'none' });
  }
}

function keysOf(client: CobaltClient, calls: readonly Stale[]): readonly QueryKey[] {
  return calls.map(({ operation, params }) => {
    const queryKey = operationKey(client, operation);
    return params ? [...queryKey, 'query', params] : queryKey;
  });
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
