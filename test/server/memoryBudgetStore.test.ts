import { createMemoryBudgetStore } from 'cobalt-react/server';
import { describe, expect, it, vi } from 'vitest';
import { describeBudgetStore } from './budgetStoreContract.ts';

describeBudgetStore('createMemoryBudgetStore', createMemoryBudgetStore);

describe('createMemoryBudgetStore', () => {
  it('keeps 10,000 windows, and forgets the oldest first', async () => {
    const store = createMemoryBudgetStore();
    for (let key = 0; key <= 10_000; key += 1) await store.increment(`key-${key}`, 60_000);
    expect((await store.increment('key-1', 60_000)).count).toBe(2);
    expect((await store.increment('key-0', 60_000)).count).toBe(1);
  });

  it('counts a window that begins anew as a new one', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const store = createMemoryBudgetStore();
    await store.increment('again', 1000);
    for (let key = 1; key < 10_000; key += 1) await store.increment(`key-${key}`, 60_000);
    vi.advanceTimersByTime(1000);
    await store.increment('again', 60_000);
    await store.increment('one-more', 60_000);
    expect((await store.increment('again', 60_000)).count).toBe(2);
    expect((await store.increment('key-1', 60_000)).count).toBe(1);
  });
});
