import { keepPreviousData } from '@tanstack/react-query';
import { CobaltErrorView, useInfiniteFindings } from 'cobalt-react';
import { type ReactNode, useEffect } from 'react';
import { SkeletonRows } from '../layout/Skeleton.tsx';
import { StaleStrip } from '../layout/StaleStrip.tsx';
import { goTo, hrefTo, type Place } from '../state/url.ts';
import { sortOf } from './FindingFilters.tsx';
import { FindingRows } from './FindingRows.tsx';

/** The endless list: 100 at a time, the next page when its end comes into sight. */
export function FindingList({ place }: { readonly place: Place }): ReactNode {
  const { severity, state, pentest } = place;
  const query = useInfiniteFindings(
    {
      ...(severity && { severity }),
      ...(state && { state }),
      ...(pentest && { pentest }),
      sort: sortOf(place),
      limit: 100,
    },
    { placeholderData: keepPreviousData },
  );
  const { data, error, fetchNextPage, hasNextPage, isFetching, isFetchingNextPage, isFetchNextPageError } =
    query;
  const { isPlaceholderData } = query;
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
        <p className="count">Loading findings…</p>
        <SkeletonRows rows={14} label="Loading findings" />
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
        {count === 0 ? 'No findings' : `${count} ${count === 1 ? 'finding' : 'findings'} loaded`}
        {hasNextPage ? ', more below' : ''}
        {isFetching && !isFetchingNextPage ? ' · refreshing…' : ''}
      </p>
      {count === 0 ? (
        <div className="empty">
          <p>No finding fits these filters.</p>
          <button
            type="button"
            onClick={() => {
              goTo(hrefTo({ severity: undefined, state: undefined, pentest: undefined }), true);
            }}
          >
            Show all findings
          </button>
        </div>
      ) : (
        <FindingRows
          // Another selection starts at its top.
          key={`${severity ?? ''} ${state ?? ''} ${pentest ?? ''} ${sortOf(place)}`}
          findings={data.items}
          selected={place.finding}
          isDimmed={isPlaceholderData}
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
