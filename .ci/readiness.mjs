import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Why the project in this folder cannot be released now, each with what to do; empty when it can.
 *
 * @param {string} root
 * @returns {string[]}
 */
export function problemsOf(root) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return [...problemsOfGit(root, version), ...problemsOfChangelog(root, version)];
}

function problemsOfGit(root, version) {
  const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  const problems = [];
  const branch = git('branch', '--show-current');
  if (branch !== 'main')
    problems.push(`This is ${branch ? `the branch ${branch}` : 'no branch'}. Releases are made on main.`);
  const changed = git('status', '--porcelain');
  if (changed) problems.push(`These files are changed or new. Commit them, or take them away:\n${changed}`);
  if (git('tag', '--list', `v${version}`))
    problems.push(`v${version} is tagged already. Raise the version in package.json.`);
  return problems;
}

function problemsOfChangelog(root, version) {
  const sections = readFileSync(join(root, 'CHANGELOG.md'), 'utf8').split(/^## /m).slice(1);
  const [first = '', second = ''] = sections;
  const problems = [];
  if (titleOf(first) !== '[Unreleased]') problems.push('CHANGELOG.md has to begin with “## [Unreleased]”.');
  else if (textOf(first))
    problems.push(`“Unreleased” in CHANGELOG.md is not empty. Move it to ${version}, or leave it for later.`);
  const [, named, day] = /^\[(.+)\](?: - (\d{4}-\d{2}-\d{2}))?$/.exec(titleOf(second)) ?? [];
  if (named !== version)
    problems.push(`The newest version of CHANGELOG.md is not the ${version} of package.json.`);
  else if (!day) problems.push(`CHANGELOG.md gives ${version} no day. Write “## [${version}] - YYYY-MM-DD”.`);
  else if (!textOf(second)) problems.push(`CHANGELOG.md says nothing about ${version}.`);
  return problems;
}

function titleOf(section) {
  return section.split('\n', 1)[0].trim();
}

function textOf(section) {
  return section.slice(section.indexOf('\n')).trim();
}
