import {
  defaultShouldDehydrateQuery,
  dehydrate,
  type DehydratedState,
  type DehydrateOptions,
  type Query,
  type QueryClient,
  type QueryKey,
} from '@tanstack/react-query';
import { causeOf } from '../connection/cause.ts';
import { type AnyCobaltError, isCobaltError } from '../errors/anyCobaltError.ts';
import { isTerminal } from './rules.ts';

/** What travels of a query that failed on the server, and would fail in the browser as well. */
export interface DehydratedFailure {
  readonly queryKey: QueryKey;
  /** What `error.toJSON()` gave. */
  readonly error: Readonly<Record<string, unknown>>;
}

/** TanStack's own state, and beside it what failed. Nothing but JSON as far as this library's queries go. */
export interface CobaltDehydratedState extends DehydratedState {
  readonly failures: readonly DehydratedFailure[];
}

/**
 * TanStack's `dehydrate` for a server that loads Cobalt's data before it renders; `CobaltHydrationBoundary` takes the state in the
 * browser. What was loaded travels, and so does a failure that would be the same in the browser (404, 403, 410 and the like), as its
 * error without the server's words. What may be over by then (500, 503, 429, 401, no answer) stays behind, and so does what is still
 * on its way: the browser asks for it itself. No write, no token and no error of another kind travels.
 *
 * The app's other queries are treated as its options say. The server's client must have the browser's `proxy`, since keys hold it;
 * `proxyFetch` of `cobalt-react/server` leads it there without leaving the process. It is *not* needed for a page without prefetching.
 *
 * @example
 * // A server component of Next.js. `cobaltProxy` is what createCobaltProxy gave.
 * const client = createCobaltClient({ proxy: '/api/cobalt', organization, fetch: proxyFetch(cobaltProxy, await headers()) });
 * const queryClient = new QueryClient();
 * await queryClient.prefetchQuery(listFindings.queryOptions(client, { state: 'need_fix' }));
 * return (
 *   <CobaltHydrationBoundary state={dehydrateCobalt(queryClient)}>
 *     <Findings />
 *   </CobaltHydrationBoundary>
 * );
 */
export function dehydrateCobalt(
  queryClient: QueryClient,
  options: DehydrateOptions = {},
): CobaltDehydratedState {
  const defaults = queryClient.getDefaultOptions().dehydrate;
  const wanted =
    options.shouldDehydrateQuery ?? defaults?.shouldDehydrateQuery ?? defaultShouldDehydrateQuery;
  const { queries, mutations } = dehydrate(queryClient, {
    ...options,
    shouldDehydrateQuery: (query) => wanted(query) && (!isCobalt(query) || query.state.data !== undefined),
  });
  return {
    mutations: mutations.filter(({ mutationKey }) => mutationKey?.[0] !== 'cobalt'),
    queries: queries.map((query) => (isCobalt(query) ? withoutErrors(query) : query)),
    failures: queryClient
      .getQueryCache()
      .getAll()
      .filter((query) => isCobalt(query) && query.state.data === undefined)
      .flatMap(({ queryKey, state: { error } }) =>
        isCobaltError(error) && stays(error) ? [{ queryKey, error: error.toJSON() }] : [],
      ),
  };
}

function isCobalt({ queryKey }: Pick<Query, 'queryKey'>): boolean {
  return queryKey[0] === 'cobalt';
}

/** An error beside data says why the last look failed: it holds words of the server, and is no JSON. */
function withoutErrors(query: DehydratedState['queries'][number]): DehydratedState['queries'][number] {
  const state = { ...query.state, status: 'success', error: null, fetchFailureReason: null } as const;
  return { ...query, state };
}

/** Whether the browser would be told the same: a row of Cobalt's table that neither time nor the person's session ends. */
function stays(error: AnyCobaltError): boolean {
  return isTerminal(error) && causeOf(error) === undefined && error.kind !== 'unknown';
}
