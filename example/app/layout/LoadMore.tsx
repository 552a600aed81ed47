import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { type AnyCobaltError, CobaltErrorView } from 'cobalt-react';
import type { ReactNode } from 'react';

export interface LoadMoreProps {
  readonly query: UseInfiniteQueryResult<unknown, AnyCobaltError>;
  readonly noun: string;
  readonly count: number;
}

/** The end of a list: how much of it is there, and the button for the next page. */
export function LoadMore({ query, noun, count }: LoadMoreProps): ReactNode {
  const { error, hasNextPage, isFetchingNextPage, isFetchNextPageError, dataUpdatedAt, fetchNextPage } =
    query;
  const load = (): void => void fetchNextPage();
  if (isFetchNextPageError) {
    return (
      <CobaltErrorView
        error={error}
        dataUpdatedAt={dataUpdatedAt}
        isRetrying={isFetchingNextPage}
        onRetry={load}
      />
    );
  }
  return (
    <p className="load-more">
      <span className="muted" role="status">
        {count} {noun} {hasNextPage ? 'so far' : 'in all'}
      </span>
      {hasNextPage && (
        <button type="button" aria-disabled={isFetchingNextPage} onClick={load}>
          {isFetchingNextPage ? 'Loading…' : 'Load more'}
        </button>
      )}
    </p>
  );
}
