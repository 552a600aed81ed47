import {
  type DataTag,
  type InfiniteData,
  type QueryClient,
  type QueryFunctionContext,
  skipToken,
  type SkipToken,
  type UndefinedInitialDataInfiniteOptions,
  type UndefinedInitialDataOptions,
  type UnusedSkipTokenInfiniteOptions,
  type UnusedSkipTokenOptions,
} from '@tanstack/react-query';
import type { CobaltClient } from '../client/createCobaltClient.ts';
import type { Page } from '../client/envelope.ts';
import { type CobaltOperation, paramsObject } from '../client/operation.ts';
import { type AnyCobaltError, isCobaltError } from '../errors/anyCobaltError.ts';
import { flattenPages, type FlatPages } from './flattenPages.ts';
import { readPage } from './infinitePage.ts';
import { type CobaltQueryKey, operationKey } from './keys.ts';
import { priorityOf } from './priority.ts';
import type { ForgetMissing } from './removeResource.ts';
import { noteFailure, noteSuccess, untilCalm } from './remounts.ts';

/** Parameters that may not be there yet: the query waits, and no request goes to `/undefined`. */
export type Skippable<Params> = Params | SkipToken | undefined;

/** What `queryOptions` gives: for `useQuery`, `useSuspenseQuery`, `useQueries` and prefetching alike. */
export type ReadOptions<Answer> = UnusedSkipTokenOptions<Answer, AnyCobaltError, Answer, CobaltQueryKey> & {
  queryKey: DataTag<CobaltQueryKey, Answer, AnyCobaltError>;
};

/** The same while parameters may be missing; not for Suspense, which cannot wait for them. */
export type SkippableReadOptions<Answer> = UndefinedInitialDataOptions<
  Answer,
  AnyCobaltError,
  Answer,
  CobaltQueryKey
> & {
  queryKey: DataTag<CobaltQueryKey, Answer, AnyCobaltError>;
};

/** A cursor as `page.next` gave it; `null` asks for the first page. */
export type PageParam = string | null;

type InfiniteTag<Item> = {
  queryKey: DataTag<CobaltQueryKey, InfiniteData<Page<Item>, PageParam>, AnyCobaltError>;
};

/** What `infiniteQueryOptions` gives: for `useInfiniteQuery`, `useSuspenseInfiniteQuery` and prefetching alike. */
export type InfiniteOptions<Item> = UnusedSkipTokenInfiniteOptions<
  Page<Item>,
  AnyCobaltError,
  FlatPages<Item>,
  CobaltQueryKey,
  PageParam
> &
  InfiniteTag<Item>;

export type SkippableInfiniteOptions<Item> = UndefinedInitialDataInfiniteOptions<
  Page<Item>,
  AnyCobaltError,
  FlatPages<Item>,
  CobaltQueryKey,
  PageParam
> &
  InfiniteTag<Item>;

interface ReadOperation<Params, Answer> extends CobaltOperation<Params, Answer> {
  /** What a 404 does to lists that have the resource. Brought along by what reads one, so that lists alone do not carry it. */
  readonly whenMissing?: ForgetMissing;
}

/** An operation that reads, with its cache key and its fetcher. */
export interface ReadDescriptor<Params, Answer> extends ReadOperation<Params, Answer> {
  /** What all its cached answers have in common, infinite ones too: for `invalidateQueries` and the like. */
  readonly queryKey: (client: CobaltClient) => CobaltQueryKey;
  readonly queryOptions: {
    (
      client: CobaltClient,
      ...params: undefined extends Params ? [params?: Params] : [params: Params]
    ): ReadOptions<Answer>;
    (client: CobaltClient, params: Skippable<Params>): SkippableReadOptions<Answer>;
  };
}

/** A list with cursors. `limit` is 100 in its infinite form unless given. */
export interface ListDescriptor<Params, Item> extends ReadDescriptor<Params | undefined, Page<Item>> {
  /** False where Cobalt documents no `limit`: none is sent unless the caller says so. */
  readonly hasLimit?: boolean;
  readonly infiniteQueryOptions: {
    (client: CobaltClient, params?: Omit<Params & object, 'cursor'>): InfiniteOptions<Item>;
    (
      client: CobaltClient,
      params: Skippable<Omit<Params & object, 'cursor'>>,
    ): SkippableInfiniteOptions<Item>;
  };
}

/** An operation that changes something. */
export interface WriteDescriptor<Params, Answer> extends CobaltOperation<Params, Answer> {
  /** What is no longer true after it, and is read again where it is on screen. */
  readonly stale?: ((params: Params) => readonly Stale[]) | undefined;
  /** What changes in place, in every cached answer: pages of long lists are not read again for it. */
  readonly patches?: ((params: Params) => Patch) | undefined;
  /** Where the resource is taken out. */
  readonly removes?: (() => Removal) | undefined;
}

/** An operation, or one call of it. */
export interface Stale {
  readonly operation: CobaltOperation<never, unknown>;
  readonly params?: object;
}

/** One resource that changes in the cached answers of these operations. What the API answers with is shown there too. */
export interface Patch {
  readonly operations: readonly CobaltOperation<never, unknown>[];
  readonly id: string;
  /** What a person expects at once: shown before the answer, taken back after a refusal. */
  readonly change: Readonly<Record<string, unknown>>;
}

/** Lists that lose the resource, and what is cached of it alone. */
export interface Removal {
  readonly lists: readonly CobaltOperation<never, unknown>[];
  readonly items: readonly CobaltOperation<never, unknown>[];
}

type Defined<Descriptor> = Omit<Descriptor, 'queryOptions' | 'infiniteQueryOptions' | 'method'>;

/** Descriptor of one resource, or of an answer without pages. */
export function defineRead<Params, Answer>(
  operation: Defined<ReadOperation<Params, Answer>> & { readonly method?: 'POST' },
): ReadDescriptor<Params, Answer> {
  const descriptor = { method: 'GET', ...operation } as ReadDescriptor<Params, Answer>;
  return Object.assign(descriptor, {
    queryKey: (client: CobaltClient) => operationKey(client, descriptor),
    queryOptions(client: CobaltClient, params?: Skippable<Params>) {
      const given = params === skipToken ? {} : paramsObject(params as object | string | undefined);
      // A list needs no parameters; one resource waits for its id.
      const isWaiting =
        params === skipToken || (operation.path.includes('{id}') && !('id' in given && given.id));
      return {
        // On a key of its own: who waits must neither show nor disturb the list without parameters.
        queryKey: [...operationKey(client, descriptor), 'query', isWaiting ? null : given],
        queryFn: isWaiting
          ? skipToken
          : (context: QueryFunctionContext) => fetchWith(client, descriptor, given, context),
      };
    },
  });
}

/** Descriptor of a list with cursors. */
export function defineList<Params, Item>(
  operation: Omit<Defined<CobaltOperation<Params, Page<Item>>>, 'answer'> &
    Pick<ListDescriptor<Params, Item>, 'hasLimit'>,
): ListDescriptor<Params, Item> {
  const descriptor = defineRead<Params | undefined, Page<Item>>({ ...operation, answer: 'list' } as Defined<
    CobaltOperation<Params | undefined, Page<Item>>
  >);
  return Object.assign(descriptor, {
    infiniteQueryOptions(client: CobaltClient, params?: Skippable<object>) {
      const isWaiting = params === skipToken;
      const given: { limit?: number } = isWaiting ? {} : { ...params };
      if (operation.hasLimit !== false) given.limit ??= 100;
      return {
        queryKey: [...operationKey(client, descriptor), 'infinite', isWaiting ? null : given],
        queryFn: isWaiting
          ? skipToken
          : ({ pageParam: cursor, ...context }: QueryFunctionContext<CobaltQueryKey, PageParam>) => {
              // `context` is a copy: each look at TanStack's own `signal` adds a listener to the one that all pages share.
              return readPage<Item>(context, () =>
                fetchWith(client, descriptor, cursor === null ? given : { ...given, cursor }, context),
              );
            },
        initialPageParam: null,
        getNextPageParam: (last: Page<Item>) => last.next,
        getPreviousPageParam: (first: Page<Item>) => first.prev,
        select: flattenPages<Item>,
      };
    },
  }) as unknown as ListDescriptor<Params, Item>;
}

async function fetchWith<Answer>(
  client: CobaltClient,
  operation: ReadOperation<never, Answer>,
  params: object,
  {
    signal,
    client: queryClient,
    queryKey,
  }: { signal: AbortSignal; client: QueryClient; queryKey: readonly unknown[] },
): Promise<Answer> {
  const query = queryClient.getQueryCache().get(queryClient.defaultQueryOptions({ queryKey }).queryHash);
  const priority = priorityOf(query);
  const send = (previousAttempts?: number): Promise<Answer> =>
    client.call(operation as CobaltOperation<object, Answer>, params, { signal, previousAttempts, priority });
  await untilCalm(queryClient, query, signal);
  try {
    // TanStack counts its own retries; an error says how often the request really went out.
    const answer = await send(query?.state.fetchFailureCount);
    noteSuccess(queryClient, query);
    return answer;
  } catch (error) {
    noteFailure(queryClient, query, error);
    if (isCobaltError(error, 404)) operation.whenMissing?.(queryClient, client, operation, params);
    // A 401 of the token in use has ended the session by now. This one is the late answer to an older token.
    const isLate = client.connection.getState().session === 'active';
    if (isLate && isCobaltError(error, 401)) return send(error.attempts);
    throw error;
  }
}
