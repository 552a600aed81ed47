import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
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
  it('stops before anything runs, and makes nothing', () => {
    mkdirSync(join(root, '.ci'));
    for (const name of ['release.mjs', 'readiness.mjs'])
      cpSync(join(import.meta.dirname, '../../.ci', name), join(root, '.ci', name));
    const { status, stderr, stdout } = spawnSync(process.execPath, ['.ci/release.mjs'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toContain('Not ready to be released:\n\n- These files are changed or new');
    expect(stdout).toBe('');
    expect(readdirSync(root).filter((name) => name.endsWith('.tgz'))).toEqual([]);
  });
});
