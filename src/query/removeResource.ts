import type { Query, QueryClient } from '@tanstack/react-query';
import type { CobaltOperation } from '../client/operation.ts';
import type { Removal } from './descriptors.ts';
import { editData } from './editResource.ts';
import { operationKey, type Tenant } from './keys.ts';

export type ForgetMissing = (
  queryClient: QueryClient,
  client: Tenant,
  operation: CobaltOperation<never, unknown>,
  params: object,
) => void;

/** Takes a deleted resource out of cached lists, and drops what is cached of it alone and not on screen. */
export function removeResource(
  queryClient: QueryClient,
  client: Tenant,
  { lists, items }: Removal,
  { id }: { readonly id?: unknown },
): void {
  const cache = queryClient.getQueryCache();
  const remove = (query: Query): void => editData(queryClient, query, (data) => without(data, id));
  const late = new Set<Query>();
  for (const operation of lists) {
    const queryKey = operationKey(client, operation);
    for (const query of cache.findAll({ queryKey })) {
      remove(query);
      if (query.state.fetchStatus !== 'idle') late.add(query);
    }
    void queryClient.invalidateQueries({ queryKey, refetchType: 'none' });
  }
  for (const operation of items) {
    queryClient.removeQueries({
      queryKey: [...operationKey(client, operation), 'query', { id }],
      type: 'inactive',
    });
  }
  if (late.size === 0) return;
  // What was read before and arrives after it would bring the row back.
  const stop = cache.subscribe((event) => {
    const { type } = event;
    const query = event.query as Query;
    if (!late.has(query) || (type !== 'removed' && query.state.fetchStatus !== 'idle')) return;
    late.delete(query);
    if (late.size === 0) stop();
    if (type !== 'removed') remove(query);
  });
}

/**
 * The API knows no such resource: a row of it would lead there again and again. Lists of another organization may well hold it, and what
 * is missing behind a resource, as a report, says nothing about that resource.
 */
export const forgetMissing: ForgetMissing = (queryClient, client, operation, params) => {
  if (!operation.path.endsWith('/{id}')) return;
  const queryKey = operationKey(client, operation).slice(0, -1);
  for (const query of queryClient.getQueryCache().findAll({ queryKey }))
    editData(queryClient, query, (data) => without(data, (params as { readonly id?: unknown }).id));
};

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
