import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { type AnyCobaltError, CobaltErrorView, type FlatPages } from 'cobalt-react';
import { type ReactNode, useEffect } from 'react';
import { EndlessRows, type EndlessRowsProps } from './EndlessRows.tsx';
import { SkeletonRows } from './Skeleton.tsx';
import { StaleStrip } from './StaleStrip.tsx';

const SKELETON_PX = 960;

export interface EndlessListProps<Item>
  extends Pick<EndlessRowsProps<Item>, 'heightPx' | 'selected' | 'hrefOf' | 'row'> {
  readonly query: UseInfiniteQueryResult<FlatPages<Item>, AnyCobaltError>;
  /** What an entry is. */
  readonly noun: string;
  /** Another one of these starts at its top. */
  readonly selection: string;
  /** Shown where there is nothing. */
  readonly empty: ReactNode;
}

/** A list without end: the next page comes when its end does into sight. Its failures stand where they happened, the rows stay. */
export function EndlessList<Item extends { readonly id: string }>(props: EndlessListProps<Item>): ReactNode {
  const { query, noun, selection, empty, ...rows } = props;
  const { data, error, fetchNextPage, hasNextPage, isFetching, isFetchingNextPage, isFetchNextPageError } =
    query;
  const count = data?.items.length ?? 0;

  useEffect(() => {
    document.body.toggleAttribute('data-loading', isFetching);
    return () => {
      document.body.removeAttribute('data-loading');
    };
  }, [isFetching]);

  if (!data) {
    return (
      <>
        <p className="count">Loading {noun}s…</p>
        <SkeletonRows
          rows={Math.ceil(SKELETON_PX / rows.heightPx)}
          heightPx={rows.heightPx}
          label={`Loading ${noun}s`}
        />
      </>
    );
  }

  // After a failed page it would ask for ever: the view below has the button.
  const loadMore =
    hasNextPage && !isFetching && !isFetchNextPageError ? () => void fetchNextPage() : undefined;
  return (
    <>
      <div className="inset">{!isFetchNextPageError && <StaleStrip query={query} />}</div>
      <p className="count" role="status">
        {count === 0 ? `No ${noun}s` : `${count} ${count === 1 ? noun : `${noun}s`} loaded`}
        {hasNextPage ? ', more below' : ''}
        {isFetching && !isFetchingNextPage ? ' · refreshing…' : ''}
      </p>
      {count === 0 ? (
        <div className="empty">{empty}</div>
      ) : (
        <EndlessRows
          {...rows}
          key={selection}
          label={`List of ${noun}s`}
          items={data.items}
          isDimmed={query.isPlaceholderData}
          isLoadingMore={isFetchingNextPage}
          onNearEnd={loadMore}
        />
      )}
      {isFetchNextPageError && (
        <div className="inset">
          <CobaltErrorView
            error={error}
            dataUpdatedAt={query.dataUpdatedAt}
            isRetrying={isFetchingNextPage}
            onRetry={() => void fetchNextPage()}
          />
        </div>
      )}
    </>
  );
}
