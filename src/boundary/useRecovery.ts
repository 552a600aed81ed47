'use client';

import { useEffect, useRef } from 'react';
import type { AnyCobaltError } from '../errors/anyCobaltError.ts';
import { useSettings } from './settings.ts';
import { useLatest } from './useLatest.ts';
import { useWords } from './words.ts';

/** Says once that loading works again, where data that is newer than the failure has come. Another id or a dismissal is no recovery. */
export function useRecovery(
  error: AnyCobaltError | undefined,
  isRetrying: boolean,
  dataUpdatedAt: number | undefined,
): void {
  const { announcer } = useSettings();
  const words = useLatest(useWords());
  const failed = useRef<AnyCobaltError>(undefined);

  useEffect(() => {
    if (error) {
      failed.current = error;
      return;
    }
    const last = failed.current;
    if (!last || isRetrying) return;
    failed.current = undefined;
    const isLoaded = last.operation === 'read' && (dataUpdatedAt ?? 0) > last.occurredAt;
    if (isLoaded) announcer?.announce(words.current.say('announcer.recovered'), { key: 'recovered' });
  }, [announcer, words, error, isRetrying, dataUpdatedAt]);
}
