import type { NewToken } from 'cobalt-react';
import { useCallback, useEffect, useRef, useState } from 'react';

export interface Connecting {
  readonly isOpen: boolean;
  readonly open: () => void;
  /** Opens the panel too; resolves when a token is connected, with `false` when the person gives up. */
  readonly openAndWait: () => Promise<NewToken>;
  /** A token is connected. Tells whether somebody waited for it. */
  readonly finish: () => boolean;
  readonly cancel: () => void;
}

/** The panel "Connect with a token", and who waits for its end: the re-authentication prompt of the library. */
export function useConnecting(): Connecting {
  const [isOpen, setIsOpen] = useState(false);
  const waiting = useRef<((outcome: NewToken) => void)[]>([]);

  const open = useCallback(() => {
    setIsOpen(true);
  }, []);
  const openAndWait = useCallback(() => {
    setIsOpen(true);
    return new Promise<NewToken>((resolve) => {
      waiting.current.push(resolve);
    });
  }, []);
  const finish = useCallback(() => {
    setIsOpen(false);
    const all = waiting.current.splice(0);
    for (const resolve of all) resolve(undefined);
    return all.length > 0;
  }, []);
  const cancel = useCallback(() => {
    setIsOpen(false);
    for (const resolve of waiting.current.splice(0)) resolve(false);
  }, []);
  // Whoever typed in the panel keeps a place on the page when it closes.
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen && document.activeElement === document.body) {
      document.getElementById('main')?.focus();
    }
    wasOpen.current = isOpen;
  }, [isOpen]);

  return { isOpen, open, openAndWait, finish, cancel };
}
