import { useSyncExternalStore } from 'react';

let epoch = 0;
const listeners = new Set<() => void>();

/** A number that grows whenever everything deserves another try: a reason for every boundary to forget its error. */
export function useEpoch(): number {
  return useSyncExternalStore(subscribe, () => epoch);
}

export function newEpoch(): void {
  epoch += 1;
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
