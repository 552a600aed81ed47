import type { QueryClient } from '@tanstack/react-query';
import type { Removal } from './descriptors.ts';
import { operationKey, type Tenant } from './keys.ts';

/** Takes a deleted resource out of cached lists, and drops what is cached of it alone and not on screen. */
export function removeResource(
  queryClient: QueryClient,
  client: Tenant,
  { lists, items }: Removal,
  { id }: { readonly id?: unknown },
): void {
  for (const operation of lists) {
    const queryKey = operationKey(client, operation);
    queryClient.setQueriesData({ queryKey }, (data: unknown) => without(data, id));
    void queryClient.invalidateQueries({ queryKey, refetchType: 'none' });
  }
  for (const operation of items) {
    queryClient.removeQueries({
      queryKey: [...operationKey(client, operation), 'query', { id }],
      type: 'inactive',
    });
  }
}

// Pages without the resource keep their identity, so that nothing below them renders again.
function without(data: unknown, id: unknown): unknown {
  const { pages, items } = (data ?? {}) as { pages?: unknown[]; items?: { id?: unknown }[] };
  if (pages) {
    const next = pages.map((page) => without(page, id));
    return next.every((page, index) => page === pages[index]) ? data : { ...(data as object), pages: next };
  }
  const next = items?.filter((item) => item.id !== id);
  return next && next.length !== items?.length ? { ...(data as object), items: next } : data;
}
