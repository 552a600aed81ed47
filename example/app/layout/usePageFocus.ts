import { useEffect, useRef } from 'react';
import type { Place } from '../state/url.ts';

/**
 * A new page takes the focus to its title, as a browser would begin at the top. Who comes back to a list stands where they left it. The
 * page that somebody opened first is the browser's own, and so is what opens beside a list.
 */
export function usePageFocus({ view, pentest }: Place): void {
  const open = view === 'pentests' ? pentest : undefined;
  const before = useRef({ view, open });

  useEffect(() => {
    const last = before.current;
    if (last.view === view && last.open === open) return;
    before.current = { view, open };
    const left = last.view === view && last.open !== undefined ? entryOf(last.open) : null;
    (
      left ??
      document.querySelector<HTMLElement>('[data-page-title]') ??
      document.getElementById('main')
    )?.focus();
  }, [view, open]);
}

function entryOf(id: string): HTMLElement | null {
  return document.querySelector(`[data-entry="${CSS.escape(id)}"]`);
}
