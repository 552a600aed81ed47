'use client';

import { type ReactNode, useSyncExternalStore } from 'react';
import { type Announcer, SILENT } from './announcer.ts';

// Not in the stylesheet alone: without it the sentences must not appear on the page either. And no style attribute, which a strict
// Content Security Policy refuses in the HTML of a server.
const HIDDEN =
  'position:absolute;inline-size:1px;block-size:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap';

function hide(element: HTMLElement | null): void {
  if (element) element.style.cssText = HIDDEN;
}

/** The two live regions. They are in the page, and empty, before anything can be said. */
export function LiveRegions({ announcer }: { readonly announcer: Announcer }): ReactNode {
  const { polite, assertive } = useSyncExternalStore(announcer.subscribe, announcer.getState, () => SILENT);
  return (
    <div data-part="announcer" ref={hide}>
      <div role="status" aria-live="polite" aria-atomic="true">
        {polite && <p key={polite.id}>{polite.text}</p>}
      </div>
      <div role="alert" aria-live="assertive" aria-atomic="true">
        {assertive && <p key={assertive.id}>{assertive.text}</p>}
      </div>
    </div>
  );
}
