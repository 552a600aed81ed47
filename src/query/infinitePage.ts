import type { InfiniteData, QueryFunctionContext } from '@tanstack/react-query';
import type { Page } from '../client/envelope.ts';

/** A list of forty pages would spend half a minute's limit on each look back. */
const READ_AGAIN = 3;

/** Pages that one fetch has read so far. TanStack gives all pages of one fetch the same signal. */
const pagesOf = new WeakMap<AbortSignal, Page<unknown>[]>();

/**
 * Reads one page of an infinite query. When the list is read again in the background, only its first pages are; the others stay as they
 * are cached, until the person loads the list anew.
 */
export async function readPage<Item>(
  { client, queryKey, signal }: Pick<QueryFunctionContext, 'client' | 'queryKey' | 'signal'>,
  read: () => Promise<Page<Item>>,
): Promise<Page<Item>> {
  const pages = (pagesOf.get(signal) ?? []) as Page<Item>[];
  const index = pages.length;
  const old =
    index < READ_AGAIN ? [] : (client.getQueryData<InfiniteData<Page<Item>>>(queryKey)?.pages ?? []);
  const cached = old[index];
  const page = cached ? (index === READ_AGAIN ? withPushedOut(cached, old, pages) : cached) : await read();
  // Counted when it is there: a page that is tried again is the same page.
  pagesOf.set(signal, [...pages, page]);
  return page;
}

/** New rows at the front push as many over the end of what was read again. They stand on no cached page, and must not vanish. */
function withPushedOut<Item>(
  cached: Page<Item>,
  old: readonly Page<Item>[],
  now: readonly Page<Item>[],
): Page<Item> {
  const known = idsIn(old);
  const shown = idsIn(now);
  const before = old.slice(0, READ_AGAIN).flatMap(({ items }) => items);
  const added = [...shown].filter((id) => !known.has(id)).length;
  // From the end, and no further than to the first that is still shown: what is missing before it is gone.
  const stays = before.findLastIndex((item) => shown.has(idOf(item)));
  const pushedOut = before.slice(Math.max(stays + 1, before.length - added));
  return pushedOut.length > 0 ? { ...cached, items: [...pushedOut, ...cached.items] } : cached;
}

function idsIn<Item>(pages: readonly Page<Item>[]): Set<unknown> {
  return new Set(pages.flatMap(({ items }) => items.map(idOf)));
}

function idOf(item: unknown): unknown {
  return (item as { readonly id?: unknown }).id;
}
