import type { InfiniteData } from '@tanstack/react-query';
import { type DastScan, type Page, useConnection, useInfiniteDastScans } from 'cobalt-react';
import { type ReactNode, useCallback } from 'react';
import { LoadMore } from '../layout/LoadMore.tsx';
import { SkeletonRows } from '../layout/Skeleton.tsx';
import { StaleStrip } from '../layout/StaleStrip.tsx';
import { ScanRow } from './ScanRow.tsx';
import { isUnderWay } from './scanStatus.ts';
import { useScanNews } from './useScanNews.ts';
import { useTargetNames } from './useTargetNames.ts';

const LIVE_MS = 4000;
/** When little is left of the minute's requests, which people need more. */
const CALM_MS = 20_000;

interface Polled {
  readonly state: { readonly data: InfiniteData<Page<DastScan>> | undefined };
}

/** The scans of one target or of all, newest first; looked at again and again while one of them is under way. */
export function ScanList({ target }: { readonly target: string | undefined }): ReactNode {
  const isLow = useConnection(({ budget }) => budget.read?.isLow === true);
  const everyMs = isLow ? CALM_MS : LIVE_MS;
  // Errors that stay stop it, and it sleeps while the connection waits: the hook sees to that.
  const refetchInterval = useCallback(
    ({ state: { data } }: Polled) =>
      data?.pages.some(({ items }) => items.some(isUnderWay)) ? everyMs : false,
    [everyMs],
  );
  const query = useInfiniteDastScans({ ...(target && { target }), limit: 25 }, { refetchInterval });
  const names = useTargetNames();
  const { data } = query;
  const news = useScanNews(data?.items, names);
  if (!data) return <SkeletonRows rows={6} label="Loading scans" />;

  const count = data.items.filter(isUnderWay).length;
  return (
    <>
      <p className="visually-hidden" role="status">
        {news}
      </p>
      {!query.isFetchNextPageError && <StaleStrip query={query} />}
      {data.items.length === 0 ? (
        <div className="empty">
          <p>No scans yet.</p>
          <p className="muted">
            {target
              ? 'Start the first one above; its status shows here.'
              : 'Choose a target to start the first one.'}
          </p>
        </div>
      ) : (
        <>
          <p className="live-line" data-live={count > 0}>
            {count === 0 ? 'Nothing is under way' : `${count} under way, followed live`}
          </p>
          <ul className="cards">
            {data.items.map((scan) => (
              <ScanRow key={scan.id} scan={scan} name={target ? undefined : names.get(scan.target_id)} />
            ))}
          </ul>
          <LoadMore query={query} noun="scans" count={data.items.length} />
        </>
      )}
    </>
  );
}
