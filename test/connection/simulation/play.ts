import { fetchAll, listFindings } from 'cobalt-react';
import { vi } from 'vitest';
import { CHANNEL_MS, stubChannels } from './channels.ts';
import type { Happening, Step } from './happenings.ts';
import { expectNothingLeft, watchListeners } from './leaks.ts';
import { Network } from './network.ts';
import { settle } from './settle.ts';
import { type ApiSettings, type Person, SimulatedApi } from './simulatedApi.ts';
import { Tab, type TabSettings, type World } from './tab.tsx';
import { startVirtualTime } from './virtualTime.ts';
import { claimOf } from './widgets.tsx';

export interface Story {
  readonly seed: number;
  readonly api: ApiSettings;
  readonly tabs: readonly TabSettings[];
  /** The page is closed in the middle of it; else all causes end, and everything has to come back. */
  readonly isCutShort: boolean;
  readonly steps: readonly Step[];
}

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
  /** Throws what was reported so far. */
  readonly check: () => void;
}

const NOW = Date.UTC(2030, 0, 1, 12);
/** A hidden page's timers come once a second. */
const GRACE_MS = 1200;

/** Plays a story through, and throws as soon as something happens that must never happen. */
export async function play(story: Story): Promise<Stage> {
  const problems: string[] = [];
  const report = (problem: string): void => void problems.push(problem);
  const tabs: Tab[] = [];
  const check = (): void => {
    for (const tab of tabs) reportStrangers(tab, time.now(), report);
    if (problems.length > 0) throw new Error(problems.slice(0, 3).join('\n'));
  };
  const time = startVirtualTime(NOW, check);
  const random = randomBy(story.seed);
  vi.spyOn(Math, 'random').mockImplementation(random);
  const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
  const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
  const openChannels = stubChannels(time, report);
  const listeners = watchListeners();
  const api = new SimulatedApi(story.api, time.now);
  const network = new Network(api, time, random);
  const stage: Stage = { api, time, network, report, tabs, submissions: [], walks: [], check };
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

  try {
    for (const settings of story.tabs) tabs.push(new Tab(stage, settings));
    for (const tab of tabs) tab.open();
    for (const { passMs, ...happening } of story.steps) {
      happen(happening, stage, browser);
      await time.pass(passMs);
    }
    if (!story.isCutShort) await settle(stage, browser);
    await expectNothingLeft(stage, openChannels, listeners);
    return stage;
  } finally {
    for (const tab of tabs) tab.close();
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  }
}

export interface Browser {
  readonly online: (isOnline: boolean) => void;
  readonly show: (isVisible: boolean) => void;
  readonly setClock: (byMs: number) => void;
}

function happen(happening: Happening, stage: Stage, browser: Browser): void {
  const { api, network, tabs, time } = stage;
  const tab = tabs['tab' in happening ? happening.tab % tabs.length : 0]!;
  const { client, rules } = tab;
  switch (happening.do) {
    case 'mount':
      tab.mount(happening.spec);
      break;
    case 'unmount':
      tab.unmount(happening.index);
      break;
    case 'next page':
    case 'retry': {
      const shown = [...tab.screen.values()];
      const one = shown[happening.index % Math.max(1, shown.length)];
      if (happening.do === 'retry') one?.retry?.();
      else if (one?.nextPage) {
        tab.nextPageAt = time.now();
        one.nextPage();
      }
      break;
    }
    case 'create':
    case 'create again':
    case 'change state':
      write(happening.do, tab, stage);
      break;
    case 'walk':
      walk(tab, stage);
      break;
    case 'stop walk':
      stage.walks.at(-1)?.stop();
      break;
    case 'revoke token':
      if (rules.token !== undefined) api.revoke(rules.token);
      break;
    case 'rotate token':
      if (rules.token !== undefined) api.revoke(rules.token);
      tab.signIn(tab.person);
      break;
    case 'sign in':
      tab.signIn(happening.person);
      break;
    case 'sign out':
      tab.signOut();
      break;
    case 'check':
      rules.looksAgain();
      void client.connection.check();
      break;
    case 'reconnect':
      tab.reconnect();
      break;
    case 'close or open':
      if (tab.isOpen) tab.close();
      else tab.open();
      break;
    case 'stop':
      client.connection.stop(`cooldown-${happening.bucket}`);
      break;
    case 'resume':
      client.connection.resume(happening.bucket);
      break;
    case 'others':
      api.takeByOthers(tab.person, happening.bucket, happening.count);
      break;
    case 'maintenance':
      api.maintenance = { retryAfter: happening.retryAfter };
      break;
    case 'no maintenance':
      api.maintenance = undefined;
      break;
    case 'offline':
    case 'online':
      browser.online(happening.do === 'online');
      break;
    case 'hide':
    case 'show':
      browser.show(happening.do === 'show');
      break;
    case 'lose':
      network.losses = [...happening.losses];
      break;
    case 'trouble':
      api.troubles = [...happening.statuses];
      break;
    case 'set clock':
      browser.setClock(happening.byMs);
      break;
    case 'nothing':
  }
}

function write(
  what: 'create' | 'create again' | 'change state',
  tab: Tab,
  { submissions, time }: Stage,
): void {
  const { form } = tab;
  if (!form) return;
  const mark = `mark-${submissions.length + 1}`;
  let submission: Submission | undefined;
  if (what === 'create again') {
    submission = submissions.findLast(
      (one) => one.tab === tab && one.params && !one.isPending && one.claim !== 'saved',
    );
    if (!submission) return;
  } else {
    const params = what === 'create' ? { title: mark, asset_type: 'web' } : undefined;
    submission = { mark, tab, params, tries: 0, isPending: true, claim: 'uncertain' };
    submissions.push(submission);
  }
  const one = submission;
  one.tries += 1;
  one.isPending = true;
  tab.writing += 1;
  tab.wroteAt = time.now();
  const work = one.params ? form.create(one.params) : form.patch({ id: 'vl_1', state: one.mark });
  const end = (claim: Submission['claim']): void => {
    one.isPending = false;
    one.claim = claim;
    tab.writing -= 1;
  };
  work.then(
    () => end('saved'),
    (error: unknown) => end(claimOf(error)),
  );
}

function walk({ client }: Tab, { walks }: Stage): void {
  const controller = new AbortController();
  const one: Walk = { isPending: true, stop: () => controller.abort() };
  walks.push(one);
  const end = (): void => {
    one.isPending = false;
  };
  fetchAll(client, listFindings, { limit: 3 }, { signal: controller.signal }).then(end, end);
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
