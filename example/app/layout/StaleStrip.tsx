import type { UseQueryResult } from '@tanstack/react-query';
import { type AnyCobaltError, CobaltErrorView } from 'cobalt-react';
import type { ReactNode } from 'react';

type Read = Pick<
  UseQueryResult<unknown, AnyCobaltError>,
  'error' | 'data' | 'dataUpdatedAt' | 'isFetching' | 'refetch'
>;

/** Above data that could not be loaded anew: the data stays, the strip says why it is old. */
export function StaleStrip({ query }: { readonly query: Read }): ReactNode {
  const { error, data, dataUpdatedAt, isFetching, refetch } = query;
  if (data === undefined) return null;
  return (
    <CobaltErrorView
      error={error}
      dataUpdatedAt={dataUpdatedAt}
      isRetrying={isFetching}
      onRetry={() => void refetch()}
    />
  );
}
