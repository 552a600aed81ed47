import { vi } from 'vitest';
import type { VirtualTime } from './virtualTime.ts';

export const CHANNEL_MS = 3;

/** Channels between the tabs, in virtual time: Node's own deliver in real time. Gives how many are open. */
export function stubChannels(time: VirtualTime, report: (problem: string) => void): () => number {
  const open = new Set<FakeChannel>();

  class FakeChannel {
    onmessage: ((event: MessageEvent) => void) | null = null;
    readonly name: string;

    constructor(name: string) {
      this.name = name;
      open.add(this);
    }

    postMessage(message: unknown): void {
      const fields = Object.keys(message as object)
        .sort()
        .join();
      if (fields !== 'bucket,retryAt,scope,version') report(`tabs told each other ${fields}`);
      if (!open.has(this)) throw new DOMException('The channel is closed.', 'InvalidStateError');
      const data = structuredClone(message);
      for (const other of open) {
        if (other === this || other.name !== this.name) continue;
        time.after(CHANNEL_MS, () => {
          if (open.has(other)) other.onmessage?.(new MessageEvent('message', { data }));
        });
      }
    }

    close(): void {
      open.delete(this);
    }
  }

  vi.stubGlobal('BroadcastChannel', FakeChannel);
  return () => open.size;
}
