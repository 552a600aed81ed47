import { fetchAll, listFindings } from 'cobalt-react';
import type { Happening } from './happenings.ts';
import type { Stage, Submission, Walk } from './stage.ts';
import type { Tab } from './tab.tsx';
import { claimOf } from './widgets.tsx';

/** Has one thing happen; where there is nothing to press or to close, nothing does. */
export function happen(happening: Happening, stage: Stage): void {
  const { api, browser, network, tabs, time } = stage;
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
