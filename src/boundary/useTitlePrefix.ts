'use client';

import { useEffect } from 'react';
import { useSettings } from './settings.ts';
import { useWords } from './words.ts';

let shown = 0;
let before = '';

/** "Error: Findings" in the tab and in the history, while a page or a form shows one. Only where the app asked for it. */
export function useTitlePrefix(isShown: boolean): void {
  const { titlePrefix = false } = useSettings();
  const { say } = useWords();
  const isActive = titlePrefix && isShown;
  const wanted = isActive ? say('panel.documentTitle', { title: '\u0000' }) : '';

  useEffect(() => {
    if (!isActive) return;
    if (shown === 0) {
      before = document.title;
      document.title = wanted.replace('\u0000', before);
    }
    shown += 1;
    const prefixed = document.title;
    return () => {
      shown -= 1;
      // The app may have named another page meanwhile.
      if (shown === 0 && document.title === prefixed) document.title = before;
    };
  }, [isActive, wanted]);
}
