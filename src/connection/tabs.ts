import type { OperationType } from '../errors/CobaltError.ts';

const CHANNEL = 'cobalt-react';
const VERSION = 1;
const LONGEST_MS = 300_000;

/** All that tabs ever say to each other: when a limit of the user may be used again. */
interface Message {
  readonly version: typeof VERSION;
  /** The base URL: other hosts count apart. */
  readonly scope: string;
  readonly bucket: OperationType;
  /** Milliseconds since the epoch. */
  readonly retryAt: number;
}

export interface Tabs {
  readonly tell: (bucket: OperationType, retryAt: number) => void;
  readonly open: () => void;
  readonly close: () => void;
}

/**
 * Tells the deadline of a cooldown to the other tabs of this origin, and hears theirs. No locks, no election, no answer expected. Silent
 * on servers, where each client may be another user's, and where browsers have or allow no `BroadcastChannel`.
 */
export function createTabs(scope: string, heard: (bucket: OperationType, retryAt: number) => void): Tabs {
  let channel: BroadcastChannel | undefined;
  return {
    tell(bucket, retryAt) {
      channel?.postMessage({ version: VERSION, scope, bucket, retryAt } satisfies Message);
    },
    open() {
      if (typeof window === 'undefined' || typeof BroadcastChannel === 'undefined') return;
      try {
        channel = new BroadcastChannel(CHANNEL);
      } catch {
        // A sandboxed frame has no origin to share with.
        return;
      }
      channel.onmessage = ({ data }: MessageEvent<unknown>) => {
        const now = Date.now();
        const message = data as Partial<Message> | null;
        if (message?.version !== VERSION || message.scope !== scope) return;
        const { bucket, retryAt } = message;
        if ((bucket !== 'read' && bucket !== 'write') || typeof retryAt !== 'number') return;
        // Another tab's clock, or its mistake, must not silence this one for long.
        if (retryAt > now) heard(bucket, Math.min(retryAt, now + LONGEST_MS));
      };
    },
    close() {
      channel?.close();
      channel = undefined;
    },
  };
}
