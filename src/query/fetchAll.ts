import type { CobaltClient } from '../client/createCobaltClient.ts';
import type { CobaltOperation } from '../client/operation.ts';
import type { Page } from '../client/envelope.ts';
import { untilAborted } from '../client/untilAborted.ts';
import { type Cause, causeOf } from '../connection/cause.ts';
import type { ConnectionState } from '../connection/connectionState.ts';
import { isCobaltError } from '../errors/anyCobaltError.ts';
import type { ListDescriptor } from './descriptors.ts';
import { retryDelay, retryRule } from './rules.ts';

/** How far a walk has come. Give it back as `resumeFrom`, and the walk goes on there. */
export interface FetchAllProgress<Item> {
  /** Without those that a drifting list showed twice. */
  readonly items: readonly Item[];
  /** The page that comes next; `null` at the end. */
  readonly next: string | null;
  /** Pages read so far. */
  readonly pages: number;
}

/** How far `fetchAll` walks, from where, and who is told. */
export interface FetchAllOptions<Item> {
  /** Stops when so many are there. */
  readonly maxItems?: number | undefined;
  /** Called after each page. */
  readonly onProgress?: ((progress: FetchAllProgress<Item>) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** What `onProgress` said last, to go on after a failure. */
  readonly resumeFrom?: FetchAllProgress<Item> | undefined;
}

/**
 * Walks a list to its end, 100 at a time unless `limit` is given: for exports and reports. What makes the whole connection wait (a
 * cooldown, maintenance, a 401, being offline) makes the walk wait too; any other failure ends it, after the retries that a read
 * gets, with an `AnyCobaltError`. It is *not* for what is on screen: use `useInfiniteFindings` and its like.
 *
 * @example
 * const open = await fetchAll(client, listFindings, { state: 'need_fix' }, { maxItems: 5000 });
 */
export async function fetchAll<Params, Item>(
  client: CobaltClient,
  list: ListDescriptor<Params, Item>,
  params?: Omit<Params & object, 'cursor'>,
  { maxItems = Infinity, onProgress, signal, resumeFrom }: FetchAllOptions<Item> = {},
): Promise<readonly Item[]> {
  const seen = new Set<unknown>();
  const items: Item[] = [];
  const add = (item: Item): void => {
    const { id } = item as { readonly id?: unknown };
    if (items.length >= maxItems || (id !== undefined && seen.has(id))) return;
    seen.add(id);
    items.push(item);
  };
  resumeFrom?.items.forEach(add);
  let next = resumeFrom?.next;
  let pages = resumeFrom?.pages ?? 0;
  const walked = new Set<string | null>();
  const given: { limit?: number } = { ...params };
  if (list.hasLimit !== false) given.limit ??= 100;
  while (next !== null && items.length < maxItems) {
    const page: Page<Item> = await readPatiently(
      client,
      list,
      { ...given, ...(next && { cursor: next }) },
      signal,
    );
    page.items.forEach(add);
    // Pages that lead back to themselves have no end.
    if (next) walked.add(next);
    next = walked.has(page.next) ? null : page.next;
    pages += 1;
    onProgress?.({ items: [...items], next, pages });
  }
  return items;
}

async function readPatiently<Answer>(
  client: CobaltClient,
  operation: CobaltOperation<never, Answer>,
  params: object,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  for (let failures = 0; ; ) {
    try {
      return await client.call(operation as CobaltOperation<object, Answer>, params, {
        signal,
        previousAttempts: failures,
        priority: 'low',
      });
    } catch (error) {
      const cause = isCobaltError(error) ? causeOf(error) : undefined;
      if (cause) {
        await untilResumed(client, cause, signal);
      } else if (retryRule(failures, error)) {
        await delay(retryDelay(failures), signal);
        failures += 1;
      } else {
        throw error;
      }
    }
  }
}

async function untilResumed(
  { connection }: CobaltClient,
  cause: Cause,
  signal: AbortSignal | undefined,
): Promise<void> {
  // A late answer to an older token, or it has ended meanwhile: nobody would call.
  if (!isStanding(connection.getState(), cause)) return;
  await abortable(signal, (done) => {
    const stopResume = connection.onResume((ended) => {
      if (ended === cause) done();
    });
    // While somebody listens, waiting ends by itself; it may end on the spot.
    const stopListening = connection.subscribe(() => undefined);
    return () => {
      stopListening();
      stopResume();
    };
  });
}

function isStanding(state: ConnectionState, cause: Cause): boolean {
  switch (cause) {
    case 'offline':
      return state.isOffline;
    case 'maintenance':
      return state.maintenance !== undefined;
    case 'session':
      return state.session !== 'active';
    default:
      return state.cooldown[cause === 'cooldown-read' ? 'read' : 'write'] !== undefined;
  }
}

function delay(waitMs: number, signal: AbortSignal | undefined): Promise<void> {
  return abortable(signal, (done) => {
    const timer = setTimeout(done, waitMs);
    return () => {
      clearTimeout(timer);
    };
  });
}

async function abortable(
  signal: AbortSignal | undefined,
  start: (done: () => void) => () => void,
): Promise<void> {
  signal?.throwIfAborted();
  let stop: (() => void) | undefined;
  try {
    await untilAborted(new Promise<void>((done) => (stop = start(done))), signal);
  } finally {
    stop?.();
  }
}
