/**
 * `npm test`: everything that has to hold, in one run. Two lanes of checks side by side, then all tests.
 * The last line is "N passed, N failed"; a check that fails counts as one.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findBrowser } from './setup/findBrowser.mjs';
import { installBrowser } from './setup/installBrowser.mjs';

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, '..');
const timings = [];

const browser = findBrowser() ?? installBrowser();
if (!browser) {
  console.error(
    'No Chrome or Chromium, and none could be installed. Install one, or name it in CHROME_PATH.',
  );
  console.log('0 passed, 1 failed');
  process.exit(1);
}
console.log(`Browser: ${browser}`);

const started = performance.now();
const checks = await Promise.all([
  lane(
    ['Format', '@biomejs/biome', 'biome', 'format', '.'],
    ['Lint', 'eslint', 'eslint', '.', '--max-warnings=0'],
  ),
  lane(
    ['Types', 'typescript', 'tsc', '--noEmit'],
    ['Types of the library', 'typescript', 'tsc', '--noEmit', '-p', 'tsconfig.build.json'],
    ['Build', 'tsdown', 'tsdown'],
    ['Sizes', '.', 'test/sizes.mjs'],
    ['Package (publint)', 'publint', 'publint', '--strict'],
    ['Package (attw)', '@arethetypeswrong/cli', 'attw', '--pack', '.', '--profile', 'esm-only'],
  ),
]);
const brokenChecks = checks.flat().filter((ok) => !ok).length;
const tests = await runTests();

console.log(heading('Durations'));
for (const { name, ok, seconds } of timings) {
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${seconds.toFixed(1).padStart(6)} s  ${name}`);
}
console.log(`        ${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  in all\n`);

const failed = tests.failed + brokenChecks;
process.exitCode = failed > 0 ? 1 : 0;
console.log(
  `${tests.passed} passed, ${failed} failed${tests.skipped > 0 ? `, ${tests.skipped} skipped` : ''}`,
);

async function lane(...steps) {
  const results = [];
  for (const [name, packageName, bin, ...args] of steps) {
    const { ok, output } = await run(name, packageName, bin, args, { quiet: true });
    console.log(`${heading(name)}${ok ? 'ok' : output.trim()}`);
    results.push(ok);
  }
  return results;
}

async function runTests() {
  console.log(heading('Tests'));
  const folder = mkdtempSync(join(tmpdir(), 'cobalt-react-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { ok } = await run('Tests', 'vitest', 'vitest', ['run', ...reporters], { quiet: false });
  const count = readReport(report);
  rmSync(folder, { recursive: true });
  // A file that does not load, or an error outside of any test, fails the run without failing a test.
  return ok ? count : { ...count, failed: Math.max(count.failed, 1) };
}

function readReport(path) {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8'));
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** Starts a tool's own script, or one of ours, with this Node: no shell, no `npx`, the same on every system. */
function run(name, packageName, bin, args, { quiet }) {
  const start = performance.now();
  const child = spawn(process.execPath, [scriptOf(packageName, bin), ...args], {
    cwd: root,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: { ...process.env, CHROME_PATH: browser, STORYBOOK_DISABLE_TELEMETRY: '1' },
  });
  let output = '';
  child.stdout?.on('data', (text) => (output += text));
  child.stderr?.on('data', (text) => (output += text));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      const ok = code === 0;
      timings.push({ name, ok, seconds: (performance.now() - start) / 1000 });
      resolve({ ok, output });
    });
  });
}

function scriptOf(packageName, bin) {
  if (packageName === '.') return join(root, bin);
  const manifest = join(root, 'node_modules', packageName, 'package.json');
  const declared = require(manifest).bin;
  return join(dirname(manifest), typeof declared === 'string' ? declared : declared[bin]);
}

function heading(text) {
  return `\n── ${text} ${'─'.repeat(Math.max(0, 76 - text.length))}\n`;
}
