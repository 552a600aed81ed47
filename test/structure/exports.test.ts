import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** What users can import is a promise: a change of it must show in a review. `vitest -u` after a wanted one. */

const src = join(import.meta.dirname, '../../src');
const doors = {
  'cobalt-react': join(src, 'index.ts'),
  'cobalt-react/devtools': join(src, 'devtools/errorTypes.ts'),
  'cobalt-react/finding-text': join(src, 'finding-text/FindingText.tsx'),
  'cobalt-react/server': join(src, 'server.ts'),
  'cobalt-react/server/redis': join(src, 'server/redis.ts'),
  'cobalt-react/storybook': join(src, 'storybook.ts'),
  'cobalt-react/testing': join(src, 'testing.ts'),
  'cobalt-react/locales/ar': join(src, 'locales/ar.ts'),
  'cobalt-react/locales/de': join(src, 'locales/de.ts'),
  'cobalt-react/locales/fr': join(src, 'locales/fr.ts'),
};

const program = ts.createProgram(Object.values(doors), {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  allowImportingTsExtensions: true,
  noEmit: true,
  jsx: ts.JsxEmit.ReactJSX,
});
const checker = program.getTypeChecker();

describe('the public exports', () => {
  it.each(Object.entries(doors))('of %s are the known ones', async (name, file) => {
    await expect(exportsOf(file)).toMatchFileSnapshot(`exports/${name.replaceAll('/', '-')}.txt`);
  });
});

/** One line per name; what exists only for TypeScript says "type". */
function exportsOf(file: string): string {
  const source = program.getSourceFile(file);
  const symbol = source && checker.getSymbolAtLocation(source);
  if (!symbol) throw new Error(`${file} exports nothing`);
  const lines = checker.getExportsOfModule(symbol).map((entry) => {
    const target = entry.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(entry) : entry;
    return target.flags & ts.SymbolFlags.Value ? entry.name : `type ${entry.name}`;
  });
  return `${lines.sort(byName).join('\n')}\n`;
}

function byName(a: string, b: string): number {
  return a.replace('type ', '') < b.replace('type ', '') ? -1 : 1;
}
