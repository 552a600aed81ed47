import { vi } from 'vitest';
import { CHANNEL_MS, stubChannels } from './channels.ts';
import { watchListeners } from './leaks.ts';
import { Network } from './network.ts';
import { type ApiSettings, type Person, SimulatedApi } from './simulatedApi.ts';
import { Tab, type TabSettings, type World } from './tab.tsx';
import { startVirtualTime } from './virtualTime.ts';
import type { claimOf } from './widgets.tsx';

/** What a person sent, with what marks it in the server's books. */
export interface Submission {
  readonly mark: string;
  readonly tab: Tab;
  readonly params: { title: string; asset_type: string } | undefined;
  tries: number;
  isPending: boolean;
  claim: ReturnType<typeof claimOf>;
}

export interface Walk {
  readonly stop: () => void;
  isPending: boolean;
}

export interface Stage extends World {
  readonly tabs: readonly Tab[];
  readonly submissions: Submission[];
  readonly walks: Walk[];
  readonly browser: Browser;
  readonly random: () => number;
  /** Throws what was reported so far. */
  readonly check: () => void;
  /** What still hears the browser or other tabs. */
  readonly ears: () => { readonly listeners: number; readonly channels: number };
}

export interface Browser {
  readonly online: (isOnline: boolean) => void;
  readonly show: (isVisible: boolean) => void;
  readonly setClock: (byMs: number) => void;
}

export interface StageSettings {
  readonly seed: number;
  readonly api: ApiSettings;
  readonly tabs: readonly TabSettings[];
}

const NOW = Date.UTC(2030, 0, 1, 12);
/** A hidden page's timers come once a second. */
const GRACE_MS = 1200;

/** Sets the stage, has something played on it, and clears it again. */
export async function onStage(
  settings: StageSettings,
  perform: (stage: Stage) => Promise<void>,
): Promise<void> {
  const problems: string[] = [];
  const report = (problem: string): void => void problems.push(problem);
  const tabs: Tab[] = [];
  const check = (): void => {
    for (const tab of tabs) reportStrangers(tab, time.now(), report);
    if (problems.length > 0) throw new Error(problems.slice(0, 3).join('\n'));
  };
  const time = startVirtualTime(NOW, check);
  const random = randomBy(settings.seed);
  vi.spyOn(Math, 'random').mockImplementation(random);
  const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
  const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
  const channels = stubChannels(time, report);
  const listeners = watchListeners();
  const api = new SimulatedApi(settings.api, time.now);
  const network = new Network(api, time, random);
  let wasSetBack = false;

  network.refused = (rules, bucket, retryAt) => {
    // What is left by which clock, after one was set back, each tab finds out by itself.
    if (!rules.isOpen || wasSetBack) return;
    for (const { rules: other } of tabs) {
      if (other !== rules && other.isOpen) time.after(CHANNEL_MS, () => other.hears(bucket, retryAt));
    }
  };
  const browser: Browser = {
    online(isOnline) {
      onLine.mockReturnValue(isOnline);
      for (const { rules } of tabs) if (isOnline) rules.looksAgain();
      window.dispatchEvent(new Event(isOnline ? 'online' : 'offline'));
    },
    show(isVisible) {
      time.hide(!isVisible);
      visibility.mockReturnValue(isVisible ? 'visible' : 'hidden');
      window.dispatchEvent(new Event('visibilitychange'));
    },
    setClock(byMs) {
      if (byMs < 0) wasSetBack = true;
      time.jump(byMs);
      for (const { rules } of tabs) rules.clockWasSet();
    },
  };
  const world: World = { api, time, network, report };
  const ears = () => ({ listeners: listeners(), channels: channels() });

  try {
    for (const one of settings.tabs) tabs.push(new Tab(world, one));
    for (const tab of tabs) tab.open();
    await perform({ ...world, random, tabs, browser, submissions: [], walks: [], check, ears });
  } finally {
    for (const tab of tabs) tab.close();
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  }
}

/** Nothing of a person is seen after they have left, nor once the client can know that the token is somebody else's. */
function reportStrangers(tab: Tab, now: number, report: World['report']): void {
  const { rules, screen, person, queryClient, isOpen } = tab;
  if (rules.isSignedOut && now > rules.tokenSince + GRACE_MS) tab.allowed.clear();
  if (tab.isToldApart && now > (rules.knownSince ?? Infinity) + GRACE_MS) {
    tab.isToldApart = false;
    tab.allowed = new Set([person]);
  }
  if (!isOpen) return;
  const stranger = [...screen.values()]
    .flatMap(({ owners }) => owners)
    .find((owner) => !tab.allowed.has(owner as Person));
  if (stranger !== undefined) report(`${stranger}'s data is on screen at ${now}, before ${person}`);
  const isCached = queryClient
    .getQueryCache()
    .getAll()
    .some(({ state }) => state.data !== undefined);
  if (isCached && tab.allowed.size === 0) report(`data is cached at ${now} after signing out`);
}

/** Numbers from 0 up to 1, always the same ones for the same seed. */
function randomBy(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}
