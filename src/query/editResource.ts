import { notifyManager, type Query, type QueryClient } from '@tanstack/react-query';

export type Fields = Readonly<Record<string, unknown>>;
export type Edit = (resource: Fields) => Fields;

/** Edits one resource in a cached answer, be it that resource, a page, or the pages of a long list. */
export function editResource(queryClient: QueryClient, query: Query, id: string, edit: Edit): void {
  editData(queryClient, query, (data) => editIn(data, id, edit));
}

/** Changes a cached answer; what is given back as it was is left alone. */
export function editData(queryClient: QueryClient, query: Query, change: (data: unknown) => unknown): void {
  const { data, dataUpdatedAt: updatedAt, status, error, isInvalidated } = query.state;
  const next = change(data);
  if (next === data) return;
  notifyManager.batch(() => {
    queryClient.setQueryData(query.queryKey, next, { updatedAt });
    // It is no news from the API: what was old, stale or failed stays so.
    query.setState({ status, error, isInvalidated });
  });
}

function editIn(data: unknown, id: string, edit: Edit): unknown {
  if (typeof data !== 'object' || data === null) return data;
  const { pages, items } = data as { pages?: unknown; items?: unknown };
  const list: unknown = pages ?? items;
  if (!Array.isArray(list)) return (data as Fields)['id'] === id ? edit(data as Fields) : data;
  const next = list.map((entry) => editIn(entry, id, edit));
  // Pages without the resource keep their identity, so that nothing below them renders again.
  if (next.every((entry, index) => entry === list[index])) return data;
  return { ...data, [pages ? 'pages' : 'items']: next };
}
