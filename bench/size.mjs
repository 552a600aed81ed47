import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const peers = ['react', 'react-dom', '@tanstack/react-query'];
const oneHook =
  "import { createCobaltClient, CobaltProvider, useFindings } from 'cobalt-react';\nconsole.log(createCobaltClient, CobaltProvider, useFindings);";

/** What an app downloads for the library, measured on the built package. Rows of one table. */
export async function measureSize() {
  const small = await bundle(oneHook, [...peers, 'react-error-boundary']);
  const all = await bundle("export * from 'cobalt-react';", peers);
  const styles = await build({ entryPoints: [join(root, 'dist/styles.css')], minify: true, write: false });

  return [
    row('modules of boundary/ that one hook brings in', small.boundaryModules, 0),
    row('modules that one hook brings in', small.modules),
    row('modules in all', all.modules),
    row('client + provider + one hook, bytes', small.bytes, 7_000),
    row('everything, with react-error-boundary, bytes', all.bytes, 25_000),
    row('stylesheet, bytes', brotli(styles.outputFiles[0].contents)),
  ];
}

async function bundle(contents, external) {
  const result = await build({
    stdin: { contents, resolveDir: root },
    // The package is not installed in itself, so its name has to be led to the build.
    alias: { 'cobalt-react': join(root, 'dist/index.js') },
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
  // A module that was looked at and dropped has no bytes in the output.
  const modules = Object.keys(output.inputs).filter((path) => output.inputs[path].bytesInOutput > 0);
  return {
    bytes: brotli(result.outputFiles[0].contents),
    modules: modules.filter((path) => path.startsWith('dist/')).length,
    boundaryModules: modules.filter((path) => path.startsWith('dist/boundary/')).length,
  };
}

function brotli(contents) {
  return brotliCompressSync(contents).length;
}

function row(what, value, limit) {
  return { what, value, limit };
}
