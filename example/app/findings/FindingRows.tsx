import { useVirtualizer } from '@tanstack/react-virtual';
import type { Finding } from 'cobalt-react';
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Link } from '../state/Link.tsx';
import { hrefTo } from '../state/url.ts';
import { Severity } from '../text/Severity.tsx';
import { StateBadge } from '../text/StateBadge.tsx';
import { plain } from '../text/names.ts';
import { When } from '../text/When.tsx';

const ROW_PX = 68;
const PAGE_ROWS = 8;

export interface FindingRowsProps {
  readonly findings: readonly Finding[];
  readonly selected: string | undefined;
  readonly isDimmed: boolean;
  readonly isLoadingMore: boolean;
  /** Called when the last row comes near; left out while there is nothing more to load. */
  readonly onNearEnd: (() => void) | undefined;
}

/** Only the rows in sight are in the page. One of them takes Tab; the arrows, Home and End move among all. */
export function FindingRows(props: FindingRowsProps): ReactNode {
  const { findings, selected, isDimmed, isLoadingMore, onNearEnd } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      findings.findIndex(({ id }) => id === selected),
    ),
  );
  const wantsFocus = useRef(false);
  // The virtualizer changes itself under one identity, which the compiler's memoization would miss.
  // eslint-disable-next-line react-hooks/incompatible-library
  const rows = useVirtualizer({
    count: findings.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    initialOffset: Math.max(0, active - 3) * ROW_PX,
  });
  const visible = rows.getVirtualItems();
  const last = visible.at(-1)?.index ?? 0;
  const current = Math.min(active, findings.length - 1);

  useEffect(() => {
    if (last >= findings.length - 10) onNearEnd?.();
  }, [last, findings.length, onNearEnd]);

  // The row may not have been in the page when the key was pressed.
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${current}"] a`);
    if (!row) return;
    wantsFocus.current = false;
    row.focus({ preventScroll: true });
  });

  function move(event: KeyboardEvent): void {
    const next = target(event.key, current, findings.length - 1);
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    wantsFocus.current = true;
    setActive(next);
    rows.scrollToIndex(next, { align: 'auto' });
  }

  return (
    <div ref={scroller} className="rows" data-dimmed={isDimmed}>
      {/* The keys come from the links inside; the list itself takes no focus. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ul
        className="rows-inner"
        style={{ height: rows.getTotalSize() }}
        onKeyDown={move}
        aria-label="List of findings"
      >
        {visible.map(({ index, start }) => {
          const finding = findings[index];
          if (!finding) return null;
          return (
            <li
              key={finding.id}
              data-index={index}
              aria-setsize={findings.length}
              aria-posinset={index + 1}
              style={{ height: ROW_PX, transform: `translateY(${start}px)` }}
            >
              <Link
                className="row"
                href={hrefTo({ finding: finding.id })}
                tabIndex={index === current ? 0 : -1}
                aria-current={finding.id === selected ? 'true' : undefined}
                onFocus={() => {
                  setActive(index);
                }}
                onClick={() => {
                  setActive(index);
                }}
              >
                <Severity value={finding.severity} />
                <bdi className="row-title">{plain(finding.title)}</bdi>
                <span className="row-meta">
                  <bdi>{plain(finding.tag)}</bdi>
                  <StateBadge state={finding.state} />
                  <When at={finding.updated_at} />
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
      {isLoadingMore && <p className="rows-more">Loading more…</p>}
    </div>
  );
}

function target(key: string, from: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(from + 1, last);
    case 'ArrowUp':
      return Math.max(from - 1, 0);
    case 'PageDown':
      return Math.min(from + PAGE_ROWS, last);
    case 'PageUp':
      return Math.max(from - PAGE_ROWS, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
