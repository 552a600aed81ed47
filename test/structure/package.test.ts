import { execSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import oldest from '../fixtures/vite-react-18/package.json' with { type: 'json' };
import vite from '../../vite.config.ts';
import { isClientFile, readSources } from './floors.ts';
import { linkedFile, linksOf, readDocuments } from './links.ts';

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

  it('is tried out with the oldest peers that it says it takes', () => {
    const { dependencies } = oldest;
    const peers = manifest.peerDependencies;
    expect(peers['@tanstack/react-query']).toBe(`^${dependencies['@tanstack/react-query']}`);
    for (const name of ['react', 'react-dom'] as const)
      expect(peers[name]).toBe(`^${dependencies[name]} || ^19.0.0`);
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const minor = (version: string): string => version.replace(/\.\d+$/, '');
    expect(readme).toContain(`React ${minor(dependencies.react)} or newer`);
    expect(readme).toContain(`TanStack Query ${minor(dependencies['@tanstack/react-query'])} or newer`);
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

  it.skipIf(!isBuilt)('contains what was looked through, and nothing else', async () => {
    const packed = packedFiles();
    await expect(`${inShort(packed).join('\n')}\n`).toMatchFileSnapshot('packed.txt');
    expect(packed).toEqual(expect.arrayContaining(exportedFiles()));
    const sources = readSources(join(root, 'src')).map(({ path }) => `src/${path}`);
    expect(packed.filter((path) => path.startsWith('src/')).sort()).toEqual(
      [...sources, 'src/styles.css'].sort(),
    );
  });

  it.skipIf(!isBuilt)('has one file for each module of src, and no other', () => {
    const modules = packedFiles().filter((path) => /^dist\/.*\.js$/.test(path));
    expect(modules.filter((path) => !sourceOf(path))).toEqual([]);
    const sources = readSources(join(root, 'src')).filter(({ text }) => hasValues(text));
    const missing = sources.filter(({ path }) => !modules.includes(`dist/${path.replace(/\.tsx?$/, '.js')}`));
    expect(missing.map(({ path }) => path)).toEqual([]);
  });

  it.skipIf(!isBuilt)('maps code and declarations to sources that are packed', () => {
    const packed = packedFiles();
    const maps = packed.filter((path) => path.endsWith('.map'));
    expect(maps.filter((path) => path.endsWith('.d.ts.map')).length).toBeGreaterThan(100);
    const lost = maps.flatMap((path) => {
      const map = JSON.parse(readFileSync(join(root, path), 'utf8')) as { sources: string[] };
      const sources = map.sources.map((source) => posix.join(posix.dirname(path), source));
      return sources.length > 0 && sources.every((source) => packed.includes(source)) ? [] : [path];
    });
    expect(lost).toEqual([]);
  });

  it.skipIf(!isBuilt)('has every file that its documents lead to', () => {
    const packed = packedFiles();
    const documents = readDocuments().filter(({ file }) => packed.includes(file));
    expect(documents.length).toBeGreaterThan(40);
    const linked = documents.flatMap((document) =>
      linksOf(document).map(({ target }) => ({ from: document.file, to: linkedFile(target, document) })),
    );
    expect(linked.filter(({ to }) => to !== undefined && !packed.includes(to))).toEqual([]);
  });

  it.skipIf(!isBuilt)('keeps "use client" in exactly the files that have it in src', () => {
    const wrong = readSources(join(root, 'src')).filter((source) => {
      const path = join(root, 'dist', source.path.replace(/\.tsx?$/, '.js'));
      // A file of types only leaves nothing behind; that no other is missing is the test above.
      if (!existsSync(path)) return false;
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

let packedOnce: string[] | undefined;

function packedFiles(): string[] {
  return (packedOnce ??= askNpm());
}

function askNpm(): string[] {
  const output = execSync('npm pack --dry-run --json --ignore-scripts', {
    cwd: root,
    encoding: 'utf8',
    stdio: 'pipe',
  });
  const [pack] = JSON.parse(output) as { files: { path: string }[] }[];
  return pack?.files.map((file) => file.path) ?? [];
}

/** What the build makes of one module in one line. Sources and pages come and go with every change, and are compared on their own. */
function inShort(packed: readonly string[]): string[] {
  const lines = new Map<string, string[]>();
  for (const path of packed.filter((one) => !/^src\/|^stories\/.*\.mdx$/.test(one))) {
    const [, module = path, ending = ''] = /^(dist\/.*?)((?:\.d\.ts|\.js)(?:\.map)?)$/.exec(path) ?? [];
    lines.set(module, [...(lines.get(module) ?? []), ending]);
  }
  return [...lines].map(([module, endings]) => [module, ...endings.sort()].join(' ').trim()).sort();
}

function sourceOf(module: string): string | undefined {
  const path = module.replace(/^dist/, 'src').replace(/\.js$/, '');
  return [`${path}.ts`, `${path}.tsx`].find((one) => existsSync(join(root, one)));
}

/** Whether anything of a file is left when its types are gone. */
function hasValues(text: string): boolean {
  const { outputText } = ts.transpileModule(text, { compilerOptions: { module: ts.ModuleKind.ESNext } });
  return outputText.replace(/export \{\};|\/\*[^]*?\*\//g, '').trim() !== '';
}

function exportedFiles(): string[] {
  return Object.values(manifest.exports)
    .flatMap((target) => (typeof target === 'string' ? [target] : Object.values(target)))
    .map((path) => path.replace('./', ''));
}
