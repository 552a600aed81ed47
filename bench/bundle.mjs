import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');

/** What every app has already. */
export const PEERS = ['react', 'react-dom', '@tanstack/react-query'];

/** An app that uses these exports, and can drop all others. */
export function appUsing(names, from = 'cobalt-react') {
  return `import { ${names.join(', ')} } from ${JSON.stringify(from)};\nconsole.log(${names.join(', ')});`;
}

/** Bundles an app against the built package: its bytes after brotli, and the bytes of each module of `dist` before it. */
export async function bundle(contents, external = PEERS) {
  const result = await build({
    stdin: { contents, resolveDir: root },
    // The package is not installed in itself, so its name has to be led to the build.
    alias: { 'cobalt-react': join(root, 'dist/index.js') },
    absWorkingDir: root,
    external,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    metafile: true,
    write: false,
  });
  const [output] = Object.values(result.metafile.outputs);
  const modules = Object.entries(output.inputs)
    .map(([path, { bytesInOutput }]) => ({ path, bytes: bytesInOutput }))
    // A module that was looked at and dropped has no bytes in the output.
    .filter(({ path, bytes }) => path.startsWith('dist/') && bytes > 0)
    .map(({ path, bytes }) => ({ path: path.slice('dist/'.length), bytes }));
  return { bytes: await brotli(result.outputFiles[0].contents), modules };
}

export async function stylesheetBytes() {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'dist/styles.css')],
    minify: true,
    write: false,
  });
  return brotli(outputFiles[0].contents);
}

const compress = promisify(brotliCompress);

async function brotli(contents) {
  return (await compress(contents)).length;
}
