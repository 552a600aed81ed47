import type { BudgetStore } from 'cobalt-react/server';
import { describe, expect, it } from 'vitest';

let keys = 0;
const newKey = () => `read:${(keys += 1)}-${Math.random()}`;

/** What every store has to do. Windows are whole seconds: not every store knows shorter ones. */
export function describeBudgetStore(name: string, makeStore: () => BudgetStore): void {
  describe(name, () => {
    it('counts within a window, and tells how long it lasts', async () => {
      const store = makeStore();
      const key = newKey();
      for (const count of [1, 2, 3]) {
        const window = await store.increment(key, 60_000);
        expect(window.count).toBe(count);
        expect(window.endsInMs).toBeGreaterThan(0);
        expect(window.endsInMs).toBeLessThanOrEqual(60_000);
      }
    });

    it('counts each key for itself', async () => {
      const store = makeStore();
      const [one, other] = [newKey(), newKey()];
      await store.increment(one, 60_000);
      await store.block(one, 60_000);
      expect((await store.increment(other, 60_000)).count).toBe(1);
    });

    it('gives 50 at once 50 different counts', async () => {
      const store = makeStore();
      const key = newKey();
      const windows = await Promise.all(Array.from({ length: 50 }, () => store.increment(key, 60_000)));
      expect(windows.map(({ count }) => count).sort((a, b) => a - b)).toEqual(
        Array.from({ length: 50 }, (_, index) => index + 1),
      );
    });

    it('begins anew when the window is over, also for those who ask all the time', async () => {
      const store = makeStore();
      const key = newKey();
      await store.increment(key, 1000);
      expect((await store.increment(key, 1000)).count).toBe(2);
      await untilAnew(store, key, 1000);
    });

    it('is above every limit while it is blocked, and then begins anew', async () => {
      const store = makeStore();
      const key = newKey();
      await store.increment(key, 60_000);
      await store.block(key, 1000);
      for (let asked = 0; asked < 3; asked += 1) {
        const { count, endsInMs } = await store.increment(key, 60_000);
        expect(count).toBeGreaterThan(1_000_000);
        expect(endsInMs).toBeGreaterThan(0);
        expect(endsInMs).toBeLessThanOrEqual(1000);
      }
      await untilAnew(store, key, 60_000);
    });

    it('can be blocked before anything was counted', async () => {
      const store = makeStore();
      const key = newKey();
      await store.block(key, 30_000);
      expect((await store.increment(key, 60_000)).count).toBeGreaterThan(1_000_000);
    });

    it('is blocked longer by a longer block, and no shorter by a shorter one', async () => {
      const store = makeStore();
      const key = newKey();
      const endsIn = async () => (await store.increment(key, 60_000)).endsInMs;
      await store.block(key, 10_000);
      expect(await endsIn()).toBeLessThanOrEqual(10_000);
      await store.block(key, 40_000);
      expect(await endsIn()).toBeGreaterThan(10_000);
      await store.block(key, 1000);
      expect(await endsIn()).toBeGreaterThan(10_000);
    });
  });
}

async function untilAnew(store: BudgetStore, key: string, windowMs: number): Promise<void> {
  for (;;) {
    if ((await store.increment(key, windowMs)).count === 1) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
