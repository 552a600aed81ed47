import { withPage } from './browser.mjs';

const PAGES = 100;
const PER_PAGE = 100;
const PX_PER_FRAME = 600;
const LONG_TASK_MS = 50;
// 11 rows are in sight, 16 more beside them, and each is 13 nodes.
const MOST_NODES = 400;

/** The demo's endless list, scrolled from its first finding to its last, while page after page arrives. */
export async function measureList() {
  // Each in a page of its own, so that none pays for what the other has left behind.
  const demo = await play('demo');
  const byHand = await play('byHand');
  return [
    {
      what: `longest task while ${PAGES * PER_PAGE} findings go by, ms`,
      value: demo.longestMs,
      target: LONG_TASK_MS,
      beside: { 'by hand': byHand.longestMs },
      note: 'A task that collects garbage, or flattens all pages again.',
    },
    {
      what: 'scripting per scrolled frame, × by hand',
      value: demo.scriptMs / byHand.scriptMs,
      beside: { ms: demo.scriptMs, 'by hand': byHand.scriptMs },
    },
    {
      what: 'nodes on the page, the most',
      value: demo.nodes,
      target: MOST_NODES,
      beside: { 'by hand': byHand.nodes },
      note: 'Rows that are out of sight stay on the page.',
    },
  ];
}

function play(contender) {
  return withPage('list.mjs', async ({ browser, page, run, scriptMs }) => {
    await run('writePages', PAGES, PER_PAGE);
    await run('show', contender);
    const before = await scriptMs();
    await browser.startTracing(page, { categories: ['toplevel'] });
    const { frames, nodes, rows } = await run('scroll', PX_PER_FRAME);
    const longestMs = longestTask(JSON.parse(String(await browser.stopTracing())));
    if (rows !== PAGES * PER_PAGE) throw new Error(`bench: ${contender} showed ${rows} findings.`);
    return { longestMs, nodes, scriptMs: ((await scriptMs()) - before) / frames };
  });
}

/** In time that the thread has computed, so that other programs do not count. */
function longestTask({ traceEvents }) {
  const threads = traceEvents.filter(
    ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain',
  );
  const isOfPage = ({ pid, tid }) => threads.some((thread) => thread.pid === pid && thread.tid === tid);
  const tasks = traceEvents.filter(
    (event) => event.name.endsWith('RunTask') && event.tdur && isOfPage(event),
  );
  if (tasks.length === 0) throw new Error('bench: the trace has no tasks of the page.');
  return tasks.reduce((longest, { tdur }) => Math.max(longest, tdur), 0) / 1000;
}
