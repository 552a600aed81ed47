import { type DastTarget, useInfiniteDastTargets } from 'cobalt-react';
import type { ReactNode } from 'react';
import { LoadMore } from '../layout/LoadMore.tsx';
import { SkeletonRows } from '../layout/Skeleton.tsx';
import { StaleStrip } from '../layout/StaleStrip.tsx';
import { Link } from '../state/Link.tsx';
import { hrefTo } from '../state/url.ts';
import { plain } from '../text/names.ts';

/** Stands in the address where an identifier would; those begin with `dt_`. */
export const ALL_TARGETS = 'all';

export function TargetList({ selected }: { readonly selected: string }): ReactNode {
  const query = useInfiniteDastTargets({ limit: 100 });
  const { data } = query;
  if (!data) return <SkeletonRows rows={10} label="Loading targets" />;
  if (data.items.length === 0) {
    return (
      <div className="empty">
        <p>No targets yet.</p>
        <p className="muted">Add one in Cobalt, and its scans can be started and followed here.</p>
      </div>
    );
  }
  return (
    <div className="target-rows">
      {!query.isFetchNextPageError && <StaleStrip query={query} />}
      <ul>
        <li>
          <Link
            className="target-row"
            href={hrefTo({ target: ALL_TARGETS })}
            data-entry={ALL_TARGETS}
            aria-current={selected === ALL_TARGETS ? 'true' : undefined}
          >
            <span className="row-title">All targets</span>
            <span className="row-meta">What runs anywhere</span>
          </Link>
        </li>
        {data.items.map((target) => (
          <li key={target.id}>
            <TargetRow target={target} isSelected={selected === target.id} />
          </li>
        ))}
      </ul>
      <div className="inset">
        <LoadMore query={query} noun="targets" count={data.items.length} />
      </div>
    </div>
  );
}

function TargetRow({ target, isSelected }: { readonly target: DastTarget; readonly isSelected: boolean }) {
  return (
    <Link
      className="target-row"
      href={hrefTo({ target: target.id })}
      data-entry={target.id}
      aria-current={isSelected ? 'true' : undefined}
    >
      <bdi className="row-title">{plain(target.name)}</bdi>
      <span className="row-meta">
        <bdi className="target-url">{plain(target.url)}</bdi>
        {!target.enabled && <span className="badge">Switched off</span>}
      </span>
    </Link>
  );
}
