import { execSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import vite from '../../vite.config.ts';
import { isClientFile, readSources } from './floors.ts';

const root = join(import.meta.dirname, '../..');
const isBuilt = existsSync(join(root, 'dist/index.js'));
// The second is made from src/styles.css by the build.
const withoutSource = ['./package.json', './styles.unlayered.css'];

describe('the package', () => {
  it('has side effects only in stylesheets', () => {
    expect(manifest.sideEffects).toEqual(['**/*.css']);
  });

  it('asks every app for React and TanStack Query alone; what else it builds on belongs to a door of its own', () => {
    const optional = Object.keys(manifest.peerDependenciesMeta);
    const required = Object.keys(manifest.peerDependencies).filter((name) => !optional.includes(name));
    expect(required).toEqual(['@tanstack/react-query', 'react', 'react-dom']);
  });

  it('has the same doors for its users, for TypeScript and for Vite', () => {
    const exported = Object.keys(manifest.exports).filter((path) => !withoutSource.includes(path));
    const names = exported.map((path) => path.replace('.', manifest.name)).sort();
    const paths = pathsOfTypeScript();
    expect(Object.keys(paths).sort()).toEqual(names);
    for (const [name, [path = '']] of Object.entries(paths)) {
      const alias = vite.resolve.alias.find(({ find }) => find.test(name));
      expect(alias?.replacement).toBe(join(root, path));
    }
  });

  it.skipIf(!isBuilt)('contains the build and the documents, nothing else', () => {
    const packed = packedFiles();
    const foreign = packed.filter((path) => !/^(dist\/|package\.json$|README\.md$|LICENSE$)/.test(path));
    expect(foreign).toEqual([]);
    expect(
      packed.filter((path) => /\.test\b|\.stories\b|\.tsx?(\.map)?$/.test(path) && !path.includes('.d.ts')),
    ).toEqual([]);
    expect(packed).toEqual(expect.arrayContaining(exportedFiles()));
  });

  it.skipIf(!isBuilt)('keeps "use client" in exactly the files that have it in src', () => {
    const wrong = readSources(join(root, 'src')).filter((source) => {
      const path = join(root, 'dist', source.path.replace(/\.tsx?$/, '.js'));
      if (!existsSync(path)) return false; // A file of types only leaves nothing behind.
      return isClientFile(source) !== isClientFile({ path, text: readFileSync(path, 'utf8') });
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

function pathsOfTypeScript(): Record<string, string[]> {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: { compilerOptions: { paths: Record<string, string[]> } };
  };
  return config.compilerOptions.paths;
}

function packedFiles(): string[] {
  const output = execSync('npm pack --dry-run --json --ignore-scripts', {
    cwd: root,
    encoding: 'utf8',
    stdio: 'pipe',
  });
  const [pack] = JSON.parse(output) as { files: { path: string }[] }[];
  return pack?.files.map((file) => file.path) ?? [];
}

function exportedFiles(): string[] {
  return Object.values(manifest.exports)
    .flatMap((target) => (typeof target === 'string' ? [target] : Object.values(target)))
    .map((path) => path.replace('./', ''));
}
