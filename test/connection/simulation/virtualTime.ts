import { vi } from 'vitest';

// The real one: a turn of the event loop takes no virtual time.
const afterThisTurn = setImmediate;
const TURNS = 3;

/** Fake clocks, `performance` included, with timers that are late while the page is hidden, as browsers make them. */
export interface VirtualTime {
  /** Milliseconds since the start, by a clock that nobody sets. */
  readonly now: () => number;
  /** A timer of the world around the page: never late, and none of the library's. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** Lets time pass, timer by timer, and all that each of them brings about. */
  readonly pass: (ms: number) => Promise<void>;
  /** The system's clock is set; the other one is not. */
  readonly jump: (ms: number) => void;
  readonly hide: (isHidden: boolean) => void;
  readonly isHidden: () => boolean;
  /** Timers of the page alone. */
  readonly timers: () => number;
}

/** @param afterEach called when all that one timer brought about has happened; what it throws ends `pass` */
export function startVirtualTime(start: number, afterEach: () => void): VirtualTime {
  vi.useFakeTimers({ now: start });
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  const startedAt = performance.now();
  const now = (): number => Math.round(performance.now() - startedAt);
  let isHidden = false;
  let own = 0;
  const moved = new Map<unknown, ReturnType<typeof set>>();

  // A hidden page's timers wake up once a second.
  const lateSetTimeout = (run: (...args: unknown[]) => void, ms?: number, ...args: unknown[]): unknown => {
    const timer = set(() => {
      const lateMs = isHidden ? (1000 - (now() % 1000)) % 1000 : 0;
      const fire = (): void => {
        moved.delete(timer);
        run(...args);
      };
      if (lateMs > 0) moved.set(timer, set(fire, lateMs));
      else fire();
    }, ms);
    return timer;
  };
  const lateClearTimeout = (timer: ReturnType<typeof set> | undefined): void => {
    clear(timer);
    const late = moved.get(timer);
    moved.delete(timer);
    if (late !== undefined) clear(late);
  };
  Object.assign(globalThis, { setTimeout: lateSetTimeout, clearTimeout: lateClearTimeout });

  function after(ms: number, run: () => void): () => void {
    own += 1;
    let isDone = false;
    const timer = set(() => {
      end();
      run();
    }, ms);
    const end = (): void => {
      if (!isDone) own -= 1;
      isDone = true;
      clear(timer);
    };
    return end;
  }

  return {
    now,
    after,
    async pass(ms) {
      const end = { isOver: false };
      await turns();
      after(ms, () => {
        end.isOver = true;
      });
      while (!end.isOver) {
        vi.advanceTimersToNextTimer();
        await turns();
        afterEach();
      }
    },
    jump(ms) {
      vi.setSystemTime(Date.now() + ms);
    },
    hide(hidden) {
      isHidden = hidden;
    },
    isHidden: () => isHidden,
    timers: () => vi.getTimerCount() - own,
  };
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) await new Promise<void>((done) => afterThisTurn(() => done()));
}
