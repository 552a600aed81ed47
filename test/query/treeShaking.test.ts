// @vitest-environment node
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const src = join(import.meta.dirname, '../../src');

/** What a bundle of these imports holds of the library. */
async function bundle(names: string, mode = 'development'): Promise<{ text: string; files: string[] }> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export { ${names} } from './index.ts';`, resolveDir: src, loader: 'ts' },
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
    minifySyntax: mode === 'production',
    packages: 'external',
    // As a bundler sees the published package: its package.json says that files have no side effects.
    ignoreAnnotations: false,
    logLevel: 'silent',
  });
  const [output] = Object.values(metafile.outputs);
  const files = Object.entries(output!.inputs)
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([file]) => file.replace(/^.*src\//, ''));
  return { text: outputFiles[0]!.text, files };
}

describe('importing one hook', () => {
  it('brings in no view, and no other resource', async () => {
    const { files, text } = await bundle('createCobaltClient, CobaltProvider, useFindings');
    expect(files.filter((file) => file.startsWith('boundary/'))).toEqual([]);
    expect(files.filter((file) => file.startsWith('api/'))).toEqual(['api/findings.ts']);
    expect(text).not.toMatch(/react-error-boundary|'\/pentests|"\/pentests|"\/assets/);
  });

  it('brings in neither the other hooks of its file nor what they are made of', async () => {
    const { text, files } = await bundle('useFindings');
    expect(text).not.toMatch(/useInfiniteQuery\(|possible_states|useMutation/);
    expect(files).not.toContain('query/useCobaltMutation.ts');
    expect(files).not.toContain('query/patch.ts');
  });

  it('that reads brings in no keys for submissions, and no uploads', async () => {
    const writing = ['client/idempotency.ts', 'client/upload.ts'];
    const files = async (hook: string) => (await bundle(`createCobaltClient, ${hook}`)).files;
    expect(await files('useUploadAssetAttachment')).toEqual(expect.arrayContaining(writing));
    expect((await files('useFindings')).filter((file) => writing.includes(file))).toEqual([]);
  });

  it('a descriptor alone brings in no React', async () => {
    const { text } = await bundle('listFindings');
    expect(text).not.toMatch(/from "react"|useQuery|createContext/);
  });

  it('leaves what only developers read out of production', async () => {
    const advice = /Ask an organization owner|Leave it out/;
    expect((await bundle('createCobaltClient')).text).toMatch(advice);
    expect((await bundle('createCobaltClient', 'production')).text).not.toMatch(advice);
  });
});

describe('an app for production', () => {
  it('holds nothing of what is said to developers about words', async () => {
    const names = 'CobaltUI, CobaltErrorBoundary';
    expect((await bundle(names)).files).toContain('boundary/warnOfMessages.ts');
    expect((await bundle(names, 'production')).files).not.toContain('boundary/warnOfMessages.ts');
  });
});
