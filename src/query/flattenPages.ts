import type { InfiniteData } from '@tanstack/react-query';
import type { Page } from '../client/envelope.ts';

/** Pages of a list, and all their items in order. */
export interface FlatPages<Item> extends InfiniteData<Page<Item>, string | null> {
  /** Without those that a drifting list showed twice. */
  readonly items: readonly Item[];
}

const flat = new WeakMap<object, FlatPages<unknown>>();

/** Adds the flat list. An item that moved to a later page while the person scrolled stays where it was first. */
export function flattenPages<Item>(data: InfiniteData<Page<Item>, string | null>): FlatPages<Item> {
  // Once for all who look at it, and not again for every inline `select`.
  const known = flat.get(data);
  if (known) return known as FlatPages<Item>;
  const seen = new Set<unknown>();
  const items = data.pages.flatMap((page) =>
    page.items.filter((item) => {
      const { id } = item as { id?: unknown };
      return id === undefined || (!seen.has(id) && seen.add(id));
    }),
  );
  const made = { ...data, items };
  flat.set(data, made);
  return made;
}
