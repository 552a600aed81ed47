import { onStage } from './stage.ts';
import type { ApiSettings } from './simulatedApi.ts';
import type { Tab } from './tab.tsx';

const WINDOWS = 3;
const WINDOW_MS = 60_000;
const OTHERS = 30;
const MORE_EVERY_MS = 15_000;

/**
 * One page that wants more than the user's limit gives, for some windows, while another tool of the same user takes its share at random
 * moments. Gives how many were refused in each window.
 */
export async function crowd(seed: number, api: ApiSettings): Promise<readonly number[]> {
  let refused: readonly number[] = [];
  const tabs = [{ isStrict: false, tokenDelayMs: undefined, answers: [], answerAfterMs: 0 }];
  await onStage({ seed, api, tabs }, async (stage) => {
    const { time, random } = stage;
    const tab = stage.tabs[0]!;
    for (let taken = 0; taken < OTHERS * (WINDOWS + 1); taken += 1) {
      time.after(random() * WINDOW_MS * (WINDOWS + 1), () => stage.api.takeByOthers('A', 'read', 1));
    }
    for (let passed = 0; passed < WINDOWS * WINDOW_MS; passed += MORE_EVERY_MS) {
      mountMany(tab, passed === 0 ? 150 : 15);
      await time.pass(MORE_EVERY_MS);
    }
    refused = [...stage.api.refused.values()];
    // What others would take later has no page to disturb.
    await time.pass(WINDOW_MS);
  });
  return refused;
}

function mountMany(tab: Tab, count: number): void {
  const from = tab.widgets.length;
  for (let number = from; number < from + count; number += 1) {
    tab.mount({ kind: 'one', number, hasBoundary: false, pollMs: number % 20 === 0 ? 5000 : undefined });
  }
}
