import FakeTimers from '@sinonjs/fake-timers';
import { JSDOM } from 'jsdom';

const START = Date.UTC(2026, 0, 5, 9);

const { window } = new JSDOM('', { url: 'https://app.example', pretendToBeVisual: true });
const realImmediate = setImmediate;

export const { document } = window;

// To be imported before React and TanStack Query, which take their timers and look for a document when they are loaded.
Object.assign(globalThis, { window, document });
Object.defineProperty(globalThis, 'navigator', { value: window.navigator, configurable: true });
// Each client is alone in its tab. Through this, one of another run would hear it, in real time.
delete globalThis.BroadcastChannel;

const clock = FakeTimers.install({
  now: START,
  toFake: [
    'Date',
    'performance',
    'setTimeout',
    'clearTimeout',
    'setInterval',
    'clearInterval',
    'setImmediate',
    'clearImmediate',
  ],
});

/** Milliseconds since the run began. */
export const now = () => clock.now - START;

/** Lets one timer after the other fire, each when all that the last one brought about is done, without any waiting. */
export async function passTime({ until, atMostMs }) {
  for (;;) {
    await settle();
    if (until() || clock.countTimers() === 0 || now() >= atMostMs) return;
    clock.next();
  }
}

/** Ends a run: what is due now still happens, since React's scheduler must not lose its turn. Nothing of later ever does. */
export async function backToStart() {
  let isLater = false;
  setTimeout(() => {
    isLater = true;
  }, 1);
  await passTime({ until: () => isLater, atMostMs: Number.POSITIVE_INFINITY });
  clock.reset();
}

// A real turn of the event loop: every promise that can go on has done so.
function settle() {
  return new Promise((resolve) => {
    realImmediate(resolve);
  });
}
