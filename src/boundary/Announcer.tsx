'use client';

import { type CSSProperties, type ReactNode, useSyncExternalStore } from 'react';
import { type Announcer as AnnouncerStore, SILENT } from './announcer.ts';

// Not in the stylesheet: without it the sentences must not appear on the page either.
const HIDDEN: CSSProperties = {
  position: 'absolute',
  inlineSize: 1,
  blockSize: 1,
  margin: -1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
};

/** The two live regions. They are in the page, and empty, before anything can be said. */
export function Announcer({ announcer }: { readonly announcer: AnnouncerStore }): ReactNode {
  const { polite, assertive } = useSyncExternalStore(announcer.subscribe, announcer.getState, () => SILENT);
  return (
    <div data-part="announcer" style={HIDDEN}>
      <div role="status" aria-live="polite" aria-atomic="true">
        {polite && <p key={polite.id}>{polite.text}</p>}
      </div>
      <div role="alert" aria-live="assertive" aria-atomic="true">
        {assertive && <p key={assertive.id}>{assertive.text}</p>}
      </div>
    </div>
  );
}
