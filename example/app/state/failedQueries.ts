import type { QueryFilters } from '@tanstack/react-query';

/** What an error boundary shows the error of, wherever on the page. */
export const failedQueries: QueryFilters = {
  queryKey: ['cobalt'],
  type: 'active',
  predicate: ({ state }) => state.status === 'error' && state.data === undefined,
};
