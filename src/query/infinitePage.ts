import type { InfiniteData, QueryFunctionContext } from '@tanstack/react-query';
import type { Page } from '../client/envelope.ts';

/** A list of forty pages would spend half a minute's limit on each look back. */
const READ_AGAIN = 3;

/** Pages that one fetch has read so far. TanStack gives all pages of one fetch the same signal. */
const pagesRead = new WeakMap<AbortSignal, number>();

/**
 * Reads one page of an infinite query. When the list is read again in the background, only its first pages are; the others stay as they
 * are cached, until the person loads the list anew.
 */
export async function readPage<Item>(
  { client, queryKey, signal }: Pick<QueryFunctionContext, 'client' | 'queryKey' | 'signal'>,
  read: () => Promise<Page<Item>>,
): Promise<Page<Item>> {
  const index = pagesRead.get(signal) ?? 0;
  const cached = index < READ_AGAIN ? undefined : cachedPage<Item>(client, queryKey, index);
  const page = cached ?? (await read());
  // Counted when it is there: a page that is tried again is the same page.
  pagesRead.set(signal, index + 1);
  return page;
}

function cachedPage<Item>(
  client: QueryFunctionContext['client'],
  queryKey: readonly unknown[],
  index: number,
): Page<Item> | undefined {
  return client.getQueryData<InfiniteData<Page<Item>>>(queryKey)?.pages[index];
}
