'use client';

import { useEffect } from 'react';
import { useSettings } from './settings.ts';

export type Live = 'polite' | 'assertive' | 'off';

/** Tells a screen reader of an error once, when it appears; not again when the same failure comes back soon. */
export function useAnnouncement(text: string, live: Live): void {
  const { announcer } = useSettings();
  useEffect(() => {
    if (live === 'off') return;
    return announcer?.announce(text, { key: text, isAssertive: live === 'assertive', isPart: true });
  }, [announcer, text, live]);
}
