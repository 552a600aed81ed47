import type { InfiniteData } from '@tanstack/react-query';
import type { Page } from '../client/envelope.ts';

/** Pages of a list, and all their items in order. */
export interface FlatPages<Item> extends InfiniteData<Page<Item>, string | null> {
  /** Without those that a drifting list showed twice. */
  readonly items: readonly Item[];
}

/** By the last page: what was made of a list up to there. */
const made = new WeakMap<object, { readonly flat: FlatPages<unknown>; readonly seen: Set<unknown> }>();

/** Adds the flat list. An item that moved to a later page while the person scrolled stays where it was first. */
export function flattenPages<Item>(data: InfiniteData<Page<Item>, string | null>): FlatPages<Item> {
  const { pages } = data;
  const last = pages.at(-1) ?? pages;
  const known = made.get(last);
  // Once for all who look at it, and not again for every inline `select`.
  if (known?.flat.pages === pages) return known.flat as FlatPages<Item>;
  // One page more is the work of that page, however long the list is.
  const secondLast = pages.at(-2) ?? pages;
  let before = made.get(secondLast);
  if (!before?.flat.pages.every((page, index) => page === pages[index])) before = undefined;
  // Going on adds to what was seen: only the first who does may have it.
  made.delete(secondLast);
  const { flat, seen } = before ?? { flat: { pages: [], items: [] }, seen: new Set() };
  const added = pages.slice(flat.pages.length).flatMap(({ items }) =>
    items.filter((item) => {
      const { id } = item as { id?: unknown };
      return id === undefined || (!seen.has(id) && seen.add(id));
    }),
  );
  const longer = { ...data, items: (flat.items as readonly Item[]).concat(added) };
  made.set(last, { flat: longer, seen });
  return longer;
}
