'use client';

import { useEffect } from 'react';
import { useSettings } from './settings.ts';
import type { Live } from './viewTypes.ts';

/** Tells a screen reader of an error once, when it appears; not again when the same failure comes back soon. */
export function useAnnouncement(text: string, live: Live): void {
  const { announcer } = useSettings();
  useEffect(() => {
    if (live === 'off' || !announcer) return;
    const takeBack = announcer.announce(text, { key: text, isAssertive: live === 'assertive', isPart: true });
    return () => void takeBack();
  }, [announcer, text, live]);
}
