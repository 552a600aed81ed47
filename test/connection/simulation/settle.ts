import { isCobaltError } from 'cobalt-react';
import type { Stage } from './stage.ts';
import type { Tab } from './tab.tsx';
import type { Shown } from './widgets.tsx';

const STEP_MS = 1000;
/** The longest that something may rest by itself: the steps of the maintenance checks go up to five minutes. */
const AT_MOST_MS = 900_000;

/** Every cause ends; then what waited for one comes back without a click, and the rest with one. */
export async function settle(stage: Stage): Promise<void> {
  const { api, browser, network, tabs } = stage;
  api.maintenance = undefined;
  api.troubles = [];
  network.losses = [];
  browser.online(true);
  browser.show(true);
  for (const tab of tabs) {
    tab.areAnswersGood = true;
    tab.open();
    const { token, deadSince } = tab.rules;
    if (token === undefined || deadSince !== undefined || !api.isGood(token)) tab.signIn(tab.person);
  }
  await until(stage, 'an error stayed after its cause was gone', () => tabs.flatMap(waitingForACause));
  await until(stage, 'something never came to an end', () => [
    ...tabs.flatMap((tab) => [...tab.screen.values()].flatMap((shown) => missing(shown, tab))),
    ...stage.submissions.filter(({ isPending }) => isPending).map(({ mark }) => `${mark} is pending`),
    ...stage.walks.filter(({ isPending }) => isPending).map(() => 'a walk is pending'),
  ]);
  checkBooks(stage);
  for (const { client, changes } of tabs) {
    const { person } = client.connection.getState();
    if (person > changes)
      stage.report(`the cache was emptied ${person} times for ${changes} changes of person`);
  }
  stage.check();
}

async function until(stage: Stage, problem: string, open: () => readonly string[]): Promise<void> {
  const { time, tabs } = stage;
  const latest = time.now() + AT_MOST_MS;
  for (;;) {
    const left = open();
    if (left.length === 0) return;
    if (time.now() > latest) throw new Error(`${problem}: ${left.join('; ')}`);
    for (const tab of tabs) pressWhatIsOffered(tab);
    await time.pass(STEP_MS);
  }
}

/** What only a person ends. */
function pressWhatIsOffered(tab: Tab): void {
  const { rules, client } = tab;
  const { cooldown, maintenance, session } = client.connection.getState();
  for (const bucket of ['read', 'write'] as const) {
    const wait = cooldown[bucket];
    if (wait?.isStopped && Date.now() >= wait.retryAt) client.connection.resume(bucket);
  }
  if (maintenance?.isStopped) void client.connection.check();
  if (session !== 'active' && !rules.isPrompting) tab.signIn(tab.person);
}

const CAUSES = ['offline', 'maintenance', 'unauthenticated', 'rate-limited'] as const;

function waitingForACause(tab: Tab): readonly string[] {
  const { isOffline, maintenance, session, cooldown } = tab.client.connection.getState();
  const causes = [
    isOffline && 'offline',
    maintenance && 'maintenance',
    session !== 'active' && session,
    cooldown.read && 'cooldown',
  ].filter((cause) => typeof cause === 'string');
  const errors = [...tab.screen.values()].flatMap(({ error }) =>
    isCobaltError(error, ...CAUSES) && !('isIsolated' in error && error.isIsolated)
      ? [`${error.name} of ${error.path} is shown`]
      : [],
  );
  return [...causes, ...errors];
}

function missing({ hasData, error, isBusy, retry }: Shown, { person }: Tab): readonly string[] {
  if (!(error instanceof Error)) return hasData ? [] : ['something is still loading'];
  if (!isBusy) retry?.();
  return [`${error.message} is shown to ${person}`];
}

/** Each submission says what became of it, and the server's books agree. */
function checkBooks({ api, submissions, report }: Stage): void {
  for (const { mark, claim, tries } of submissions) {
    const effects = api.effects.get(mark) ?? 0;
    const what = `${mark}, tried ${tries} times: carried out ${effects} times, and says ${claim}`;
    if (effects > 1) report(`doubled: ${what}`);
    const isTrue =
      claim === 'uncertain' || (claim === 'saved' && effects > 0) || (claim === 'not saved' && effects === 0);
    if (!isTrue) report(`untrue: ${what}`);
  }
}
