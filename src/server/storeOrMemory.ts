import type { BudgetStore } from './budgetStore.ts';
import { createMemoryBudgetStore } from './memoryBudgetStore.ts';

const ANSWERS_WITHIN_MS = 1000;
const ASK_AGAIN_AFTER_MS = 5000;

/**
 * The app's store while it answers, and this process' memory while it does not: a store that is down keeps nobody from Cobalt, whose own
 * limit holds. What went wrong is reported once, until it is mended.
 */
export function storeOrMemory(store: BudgetStore, report: (error: unknown) => void): BudgetStore {
  const memory = createMemoryBudgetStore();
  let isDown = false;
  let askAgainAt = 0;

  async function ask<Answer>(call: (store: BudgetStore) => Promise<Answer>): Promise<Answer> {
    if (isDown) {
      if (performance.now() < askAgainAt) return await call(memory);
      // One request finds out whether it is back; the others do not wait for that.
      askAgainAt = performance.now() + ASK_AGAIN_AFTER_MS;
    }
    try {
      const answer = await inTime(call(store));
      isDown = false;
      return answer;
    } catch (error) {
      askAgainAt = performance.now() + ASK_AGAIN_AFTER_MS;
      if (!isDown) {
        isDown = true;
        tell(report, error);
      }
      return await call(memory);
    }
  }

  return {
    increment: (key, windowMs) => ask((counting) => counting.increment(key, windowMs)),
    block: (key, forMs) => ask((counting) => counting.block(key, forMs)),
  };
}

/** A reporter that fails keeps nobody from Cobalt either. */
function tell(report: (error: unknown) => void, error: unknown): void {
  try {
    report(error);
  } catch {
    // There is nobody left to tell.
  }
}

async function inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`The budget store did not answer within ${ANSWERS_WITHIN_MS} ms.`));
    }, ANSWERS_WITHIN_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
