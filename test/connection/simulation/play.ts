import { happen } from './happen.ts';
import type { Step } from './happenings.ts';
import { expectNothingLeft } from './leaks.ts';
import { settle } from './settle.ts';
import { onStage, type StageSettings } from './stage.ts';

export interface Story extends StageSettings {
  /** The page is closed in the middle of it; else all causes end, and everything has to come back. */
  readonly isCutShort: boolean;
  readonly steps: readonly Step[];
}

/** Plays a story through, and throws as soon as something happens that must never happen. */
export async function play({ steps, isCutShort, ...settings }: Story): Promise<void> {
  await onStage(settings, async (stage) => {
    for (const { passMs, ...happening } of steps) {
      happen(happening, stage);
      await stage.time.pass(passMs);
    }
    if (!isCutShort) await settle(stage);
    await expectNothingLeft(stage);
  });
}
