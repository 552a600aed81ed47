import { useCallback, useRef, useState } from 'react';

export interface Connecting {
  readonly isOpen: boolean;
  readonly open: () => void;
  /** Opens the panel too; resolves when a token is connected, and rejects when the person gives up. */
  readonly openAndWait: () => Promise<void>;
  /** A token is connected. Tells whether somebody waited for it. */
  readonly finish: () => boolean;
  readonly cancel: () => void;
}

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (reason: Error) => void;
}

/** The panel "Connect with a token", and who waits for its end: the re-authentication prompt of the library. */
export function useConnecting(): Connecting {
  const [isOpen, setIsOpen] = useState(false);
  const waiting = useRef<Waiting[]>([]);

  const open = useCallback(() => {
    setIsOpen(true);
  }, []);
  const openAndWait = useCallback(() => {
    setIsOpen(true);
    return new Promise<void>((resolve, reject) => {
      waiting.current.push({ resolve, reject });
    });
  }, []);
  const finish = useCallback(() => {
    setIsOpen(false);
    const all = waiting.current.splice(0);
    for (const { resolve } of all) resolve();
    return all.length > 0;
  }, []);
  const cancel = useCallback(() => {
    setIsOpen(false);
    for (const { reject } of waiting.current.splice(0)) reject(new Error('The panel was closed.'));
  }, []);
  return { isOpen, open, openAndWait, finish, cancel };
}
