/**
 * `npm run release`: refuses what is not ready, checks everything as CI does, makes the tarball and shows what is in it. It publishes
 * nothing, tags nothing and pushes nothing.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemsOf } from './readiness.mjs';

const root = join(import.meta.dirname, '..');
const problems = problemsOf(root);
if (problems.length > 0)
  stop(`Not ready to be released:\n\n${problems.map((text) => `- ${text}`).join('\n')}`);

const { name, version, scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
run('ci');
run('test');
if ('test:fixtures' in scripts) run('run', 'test:fixtures');
// A check may write; what it wrote would be in no commit.
const left = problemsOf(root);
if (left.length > 0) stop(`The checks have left something behind:\n\n${left.join('\n')}`);

const [pack] = JSON.parse(npm(['pack', '--json', '--ignore-scripts'], { encoding: 'utf8' }));
for (const { path, size } of pack.files) console.log(`${String(size).padStart(9)}  ${path}`);
console.log(`
${pack.filename}: ${pack.files.length} files, ${pack.size} bytes packed, ${pack.unpackedSize} unpacked.
Nothing was published. Look through the list above; then

  npm publish ${pack.filename}
  git tag v${version} && git push origin main v${version}

and write the section ${version} of CHANGELOG.md into the release ${name} v${version}.`);

function run(...args) {
  console.log(`\n── npm ${args.join(' ')}`);
  const { status } = spawnSync(process.execPath, [npmScript(), ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) stop(`\`npm ${args.join(' ')}\` failed. Nothing was made.`);
}

function npm(args, options) {
  return execFileSync(process.execPath, [npmScript(), ...args], { cwd: root, ...options });
}

/** npm's own script, which npm names to what it runs: no shell, the same on every system. */
function npmScript() {
  return process.env.npm_execpath ?? stop('Start this with `npm run release`.');
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
