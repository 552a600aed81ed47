import { useLayoutEffect, useRef } from 'react';

/**
 * Beside a list, or in its place: where the list gives way to what was opened in it, focus follows, as the link that had it is hidden. Whoever
 * comes back to the list stands at the entry that they had opened.
 */
export function useDetailFocus(open: string | undefined, detail: string): void {
  const before = useRef(open);

  useLayoutEffect(() => {
    const last = before.current;
    if (last === open) return;
    before.current = open;
    if (!isLost(document.activeElement)) return;
    if (open !== undefined) document.getElementById(detail)?.focus();
    else entryOf(last)?.focus({ preventScroll: true });
  }, [open, detail]);
}

/** The link in a list that leads to it. */
export function entryOf(id: string | undefined): HTMLElement | null {
  return id === undefined ? null : document.querySelector(`[data-entry="${CSS.escape(id)}"]`);
}

/** Whoever had it is no longer there to be seen. */
export function isLost(focused: Element | null): boolean {
  return focused === null || focused === document.body || !focused.checkVisibility();
}
