import type { InfiniteData } from '@tanstack/react-query';
import { type DastScan, type Page, useInfiniteDastScans } from 'cobalt-react';
import type { ReactNode } from 'react';
import { LoadMore } from '../layout/LoadMore.tsx';
import { SkeletonRows } from '../layout/Skeleton.tsx';
import { StaleStrip } from '../layout/StaleStrip.tsx';
import { ScanRow } from './ScanRow.tsx';
import { isUnderWay } from './scanStatus.ts';
import { useScanNews } from './useScanNews.ts';
import { useTargetNames } from './useTargetNames.ts';

const LIVE_MS = 4000;

interface Polled {
  readonly state: { readonly data: InfiniteData<Page<DastScan>> | undefined };
}

/**
 * Looked at again while anything is under way. Errors that stay stop it; while the connection waits it sleeps, and it makes room for people
 * when the minute's requests run low: the hook and the connection see to that.
 */
function everyMs({ state: { data } }: Polled): number | false {
  return data?.pages.some(({ items }) => items.some(isUnderWay)) ? LIVE_MS : false;
}

/** The scans of one target or of all, newest first, followed live. */
export function ScanList({ target }: { readonly target: string | undefined }): ReactNode {
  const query = useInfiniteDastScans({ ...(target && { target }), limit: 25 }, { refetchInterval: everyMs });
  const names = useTargetNames();
  const { data } = query;
  const news = useScanNews(data?.items, names);
  // Names that came later would make rows higher, and move those below.
  if (!data || (!target && !names)) return <SkeletonRows rows={6} label="Loading scans" />;

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
              <ScanRow key={scan.id} scan={scan} name={target ? undefined : names?.get(scan.target_id)} />
            ))}
          </ul>
          <LoadMore query={query} noun="scans" count={data.items.length} />
        </>
      )}
    </>
  );
}
