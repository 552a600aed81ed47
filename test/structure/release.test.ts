import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problemsOf } from '../../.ci/readiness.mjs';

const ready = '# Changelog\n\n## [Unreleased]\n\n## [1.2.0] - 2026-11-30\n\n- Says more.\n';
let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cobalt-react-release-'));
  git('init', '--quiet', '--initial-branch=main');
  write('package.json', JSON.stringify({ name: 'cobalt-react', version: '1.2.0', scripts: {} }));
  write('CHANGELOG.md', ready);
  commit();
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function git(...args: string[]): void {
  const person = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...person, ...args], { cwd: root, stdio: 'pipe' });
}

function write(name: string, text: string): void {
  writeFileSync(join(root, name), text);
}

function commit(): void {
  git('add', '--all');
  git('commit', '--quiet', '--message=All');
}

describe('a release', () => {
  it('is ready on main, committed, with a version that the changelog tells about', () => {
    expect(problemsOf(root)).toEqual([]);
  });

  it('is refused while files are changed or new', () => {
    write('new.ts', '');
    expect(problemsOf(root)).toEqual([
      expect.stringMatching(/^These files are changed or new[\s\S]*new\.ts/),
    ]);
  });

  it('is refused on another branch', () => {
    git('switch', '--quiet', '--create', 'feature');
    expect(problemsOf(root)).toEqual(['This is the branch feature. Releases are made on main.']);
  });

  it('is refused for a version that was released', () => {
    git('tag', 'v1.2.0');
    expect(problemsOf(root)).toEqual(['v1.2.0 is tagged already. Raise the version in package.json.']);
  });

  it.each([
    ['has another version', ready.replace('1.2.0', '1.1.0'), /newest version .* not the 1\.2\.0/],
    ['gives it no day', ready.replace(' - 2026-11-30', ''), /gives 1\.2\.0 no day/],
    ['says nothing about it', ready.replace('- Says more.', ''), /says nothing about 1\.2\.0/],
    [
      'holds something back',
      ready.replace('[Unreleased]', '[Unreleased]\n\n- More.'),
      /“Unreleased” .* is not empty/,
    ],
    ['does not begin with what comes next', ready.replace('## [Unreleased]\n\n', ''), /has to begin with/],
  ])('is refused while the changelog %s', (_what, text, problem) => {
    write('CHANGELOG.md', text);
    commit();
    expect(problemsOf(root)).toContainEqual(expect.stringMatching(problem));
  });
});

describe('npm run release', () => {
  let elsewhere = '';
  const listed = {
    filename: 'cobalt-react-1.2.0.tgz',
    size: 10,
    unpackedSize: 20,
    files: [{ path: 'dist/index.js', size: 20 }],
  };

  beforeEach(() => {
    elsewhere = mkdtempSync(join(tmpdir(), 'cobalt-react-npm-'));
    mkdirSync(join(root, '.ci'));
    for (const name of ['release.mjs', 'readiness.mjs'])
      cpSync(join(import.meta.dirname, '../../.ci', name), join(root, '.ci', name));
    const scripts = { 'test:fixtures': '…' };
    write('package.json', JSON.stringify({ name: 'cobalt-react', version: '1.2.0', scripts }));
  });

  afterEach(() => {
    rmSync(elsewhere, { recursive: true });
  });

  /** With something in npm's place that writes down how it is called, and fails at one call. */
  function release(failsAt = ''): { status: number | null; stdout: string; stderr: string; calls: string[] } {
    const npm = join(elsewhere, 'npm.mjs');
    const calls = join(elsewhere, 'calls');
    writeFileSync(calls, '');
    writeFileSync(
      npm,
      `import { appendFileSync } from 'node:fs';
       const call = process.argv.slice(2).join(' ');
       appendFileSync(${JSON.stringify(calls)}, call + '\\n');
       if (call.startsWith('pack')) console.log(${JSON.stringify(JSON.stringify([listed]))});
       if (call === ${JSON.stringify(failsAt)}) process.exit(1);`,
    );
    const { status, stdout, stderr } = spawnSync(process.execPath, ['.ci/release.mjs'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, npm_execpath: npm },
    });
    return { status, stdout, stderr, calls: readFileSync(calls, 'utf8').trim().split('\n') };
  }

  it('stops before anything runs while something is not ready', () => {
    const { status, stderr, stdout, calls } = release();
    expect(status).toBe(1);
    expect(stderr).toContain('Not ready to be released:\n\n- These files are changed or new');
    expect(stdout).toBe('');
    expect(calls).toEqual(['']);
  });

  it('checks everything, makes the tarball, says what is in it and what to do next, and publishes nothing', () => {
    commit();
    const { status, stdout, calls } = release();
    expect(status).toBe(0);
    expect(calls).toEqual(['ci', 'test', 'run test:fixtures', 'pack --json --ignore-scripts']);
    expect(stdout).toContain('20  dist/index.js');
    expect(stdout).toContain('Nothing was published.');
    expect(stdout).toContain('npm publish cobalt-react-1.2.0.tgz');
  });

  it.each(['ci', 'test', 'run test:fixtures'])('makes nothing after a failure of npm %s', (call) => {
    commit();
    const { status, stderr, calls } = release(call);
    expect(status).toBe(1);
    expect(stderr).toContain(`\`npm ${call}\` failed. Nothing was made.`);
    expect(calls.at(-1)).toBe(call);
  });
});
