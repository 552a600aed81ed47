import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Link } from '../state/Link.tsx';
import { isLost } from './useDetailFocus.ts';

const PAGE_ROWS = 8;

export interface EndlessRowsProps<Item> {
  readonly items: readonly Item[];
  readonly label: string;
  /** Of every row. */
  readonly heightPx: number;
  readonly selected: string | undefined;
  readonly hrefOf: (id: string) => string;
  readonly row: (item: Item) => ReactNode;
  readonly isDimmed: boolean;
  readonly isLoadingMore: boolean;
  /** Called when the last row comes near; left out while there is nothing more to load. */
  readonly onNearEnd: (() => void) | undefined;
}

/** Only the rows in sight are in the page. One of them takes Tab; the arrows, Home and End move among all. */
export function EndlessRows<Item extends { readonly id: string }>(props: EndlessRowsProps<Item>): ReactNode {
  const { items, label, heightPx, selected, hrefOf, row, isDimmed, isLoadingMore, onNearEnd } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      items.findIndex(({ id }) => id === selected),
    ),
  );
  const wantsFocus = useRef(false);
  // The virtualizer changes itself under one identity, which the compiler's memoization would miss.
  // eslint-disable-next-line react-hooks/incompatible-library
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => heightPx,
    overscan: 8,
    initialOffset: Math.max(0, active - 3) * heightPx,
  });
  const visible = rows.getVirtualItems();
  const last = visible.at(-1)?.index ?? 0;
  const current = Math.min(active, items.length - 1);

  useEffect(() => {
    if (last >= items.length - 10) onNearEnd?.();
  }, [last, items.length, onNearEnd]);

  // Who comes back finds no rows yet, where the list had given way to what was open.
  const opened = useRef(selected);
  useLayoutEffect(() => {
    if (opened.current !== undefined && selected === undefined)
      wantsFocus.current = isLost(document.activeElement);
    opened.current = selected;
  }, [selected]);

  // The row may not have been in the page when the key was pressed.
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const link = scroller.current?.querySelector<HTMLElement>(`[data-index="${current}"] a`);
    if (!link) return;
    wantsFocus.current = false;
    link.focus({ preventScroll: true });
  });

  function move(event: KeyboardEvent): void {
    const next = target(event.key, current, items.length - 1);
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
      <ul className="rows-inner" style={{ height: rows.getTotalSize() }} onKeyDown={move} aria-label={label}>
        {visible.map(({ index, start }) => {
          const item = items[index];
          if (!item) return null;
          return (
            <li
              key={item.id}
              data-index={index}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              style={{ height: heightPx, transform: `translateY(${start}px)` }}
            >
              <Link
                className="row"
                href={hrefOf(item.id)}
                data-entry={item.id}
                tabIndex={index === current ? 0 : -1}
                aria-current={item.id === selected ? 'true' : undefined}
                onFocus={() => {
                  setActive(index);
                }}
                onClick={() => {
                  setActive(index);
                }}
              >
                {row(item)}
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
