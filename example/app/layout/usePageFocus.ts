import { useEffect, useRef } from 'react';
import { openPage, type Place } from '../state/url.ts';
import { entryOf } from './useDetailFocus.ts';

/**
 * A new page takes the focus to its title, as a browser would begin at the top. Who comes back to a list stands where they left it. The
 * page that somebody opened first is the browser's own, and so is what opens beside a list.
 */
export function usePageFocus(place: Place): void {
  const { view } = place;
  const open = openPage(place);
  const before = useRef({ view, open });

  useEffect(() => {
    const last = before.current;
    if (last.view === view && last.open === open) return;
    before.current = { view, open };
    const left = last.view === view && open === undefined ? entryOf(last.open) : null;
    const title = document.querySelector<HTMLElement>('[data-page-title]');
    [left, title, document.getElementById('main')].find((element) => element?.checkVisibility())?.focus();
  }, [view, open]);
}
