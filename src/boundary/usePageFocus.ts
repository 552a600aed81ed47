'use client';

import { type RefObject, useLayoutEffect, useState } from 'react';
import { focusOn } from './focusOn.ts';

const EDITABLE = 'input, textarea, select, [contenteditable]';

/**
 * Where a whole page could not load after the person went there, the heading takes the focus, as the heading of any new page would.
 * Not on the first page of a visit, and not from under somebody who types. Tells whether it did: then nothing is announced besides.
 */
export function usePageFocus(heading: RefObject<HTMLElement | null>, isWanted: boolean): boolean {
  const [takes] = useState(() => isWanted && hasGoneSomewhere());
  useLayoutEffect(() => {
    if (takes) focusOn(heading.current);
  }, [heading, takes]);
  return takes;
}

function hasGoneSomewhere(): boolean {
  // Missing in older browsers, whatever its type says.
  const { userActivation } = navigator as { userActivation?: UserActivation };
  return userActivation?.hasBeenActive !== false && !document.activeElement?.matches(EDITABLE);
}
