/**
 * `node test/connection/breaks.mjs`: breaks the library in the ways of the list below, one at a time and in a copy, and has the
 * interleavings find each. Writes what caught it into breaks.md. Run by hand: it takes some minutes.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const RUNS = '2000';

/** What it means, the file, what stands there, and what stands there instead. */
const BREAKS = [
  [
    'a cooldown is not asked about before a request',
    'connection/createConnection.ts',
    'return cooldowns.isHeld(bucket) ? `cooldown-${bucket}` : undefined;',
    'return undefined;',
  ],
  [
    'the deadlines of other tabs are not heard',
    'connection/tabs.ts',
    'if (retryAt > now) heard(',
    'if (retryAt < now) heard(',
  ],
  [
    'a request whose token took a while is sent without another look',
    'client/passage.ts',
    `    // Tokens may take a while to come, and the connection may have changed meanwhile.
    refuseIfBlocked(connection, about, isBackground);`,
    '',
  ],
  [
    'headers that were made for an older token are sent',
    'client/send.ts',
    'while (made?.epoch !== credentials.epoch()) {',
    'while (!made) {',
  ],
  ['a 401 does not end the session', 'connection/session.ts', "update({ session: 'ended' })", 'update({})'],
  [
    'a person is asked again after a token that was refused',
    'connection/session.ts',
    `    asked() {
      mayAsk = false;`,
    `    asked() {
      mayAsk = true;`,
  ],
  [
    'a person is asked for what runs in the background',
    'connection/session.ts',
    'if (!isBackground) ask();',
    'ask();',
  ],
  [
    'each try of a create has a key of its own',
    'client/idempotency.ts',
    'const known = open.get(params);\n      const submission',
    'const known = undefined as Submission | undefined;\n      const submission',
  ],
  [
    'a try that was not sent says that nothing was saved',
    'client/idempotency.ts',
    'Object.assign(error, { retrySafeUntil: open.expiresAt });',
    '',
  ],
  [
    'nobody is told that maintenance is over',
    'connection/maintenance.ts',
    "store.resumed('maintenance');",
    '',
  ],
  [
    'the cache keeps its data when the person signs out',
    'connection/session.ts',
    "update({ session: 'signed-out', person: getState().person + 1 });",
    "update({ session: 'signed-out' });",
  ],
  [
    'the channel to other tabs stays open after the last unmount',
    'connection/createConnection.ts',
    '        tabs.close();\n',
    '',
  ],
  ['the timer of an answered request runs on', 'client/exchange.ts', '    clearTimeout(timer);\n', ''],
  [
    'thirty requests at once leave while nobody has said how many may',
    'connection/rateBudget.ts',
    'const FEW = 6;',
    'const FEW = 30;',
  ],
];

const folder = mkdtempSync(join(tmpdir(), 'cobalt-react-breaks-'));
for (const name of [
  'src',
  'test',
  'package.json',
  'tsconfig.json',
  'vite.config.ts',
  'vitest.config.ts',
  '.storybook',
]) {
  cpSync(join(root, name), join(folder, name), { recursive: true });
}
symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');

const rows = [];
try {
  const whole = play('80');
  if (whole !== undefined) throw new Error(`Unbroken it fails already: ${whole}`);
  for (const [meaning, path, from, to] of BREAKS) {
    const file = join(folder, 'src', path);
    const source = readFileSync(file, 'utf8');
    if (source.split(from).length !== 2) throw new Error(`${path} does not hold this once: ${from}`);
    writeFileSync(
      file,
      source.replace(from, () => to),
    );
    const problem = play(RUNS);
    writeFileSync(file, source);
    console.log(
      `${problem === undefined ? 'NOT CAUGHT' : 'caught'}: ${meaning}${problem === undefined ? '' : `: ${problem}`}`,
    );
    rows.push([meaning, path, problem]);
  }
} finally {
  rmSync(folder, { recursive: true });
}

const missed = rows.filter(([, , problem]) => problem === undefined);
process.exitCode = missed.length > 0 ? 1 : 0;
writeFileSync(
  join(import.meta.dirname, 'breaks.md'),
  [
    '# Deliberate breaks',
    '',
    'What `node test/connection/breaks.mjs` breaks in `src`, one at a time, and the first words with which the smallest failing story\nends.',
    '',
    '| broken | in | caught as |',
    '| --- | --- | --- |',
    ...rows.map(([meaning, path, problem]) => `| ${meaning} | ${path} | ${problem ?? 'not caught'} |`),
    '',
  ].join('\n'),
);

/** Plays until something fails, and gives what; `undefined` where nothing does. */
function play(runs) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(folder, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--project',
      'unit',
      '--bail',
      '1',
      'test/connection/interleavings.test.tsx',
    ],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', COBALT_RUNS: runs },
    },
  );
  if (status === 0) return undefined;
  const [, problem] = /Caused by: \w*Error: (.*)/.exec(stdout + stderr) ?? [];
  if (problem === undefined) throw new Error(`The tests did not run:\n${stdout}${stderr}`);
  // Moments are of one story alone.
  return problem.replace(/\d{2,}/g, '…').slice(0, 120);
}
