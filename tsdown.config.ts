import { readFile, writeFile } from 'node:fs/promises';
import { defineConfig } from 'tsdown';
import { unlayered } from './unlayered.ts';

export default defineConfig({
  entry: [
    'src/index.ts',
    'src/devtools/errorTypes.ts',
    'src/finding-text/FindingText.tsx',
    'src/locales/*.ts',
    'src/server.ts',
    'src/server/redis.ts',
    'src/storybook.ts',
    'src/testing.ts',
  ],
  tsconfig: 'tsconfig.build.json',
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  // One file per module: a bundle would silently lose the "use client" directives.
  unbundle: true,
  sourcemap: true,
  // Both kinds of maps lead to src, which is packed, so that "go to definition" shows the code and no copy of it travels.
  outputOptions: { sourcemapExcludeSources: true },
  // By TypeScript itself and not file by file: types that are read off a table could not be declared otherwise.
  dts: { sourcemap: true },
  report: false,
  copy: ['src/styles.css'],
  hooks: {
    'build:done': async () => {
      await writeFile('dist/styles.unlayered.css', unlayered(await readFile('src/styles.css', 'utf8')));
      // TypeScript refuses a side-effect import of a stylesheet that has no declaration (TS2882).
      await writeFile('dist/styles.css.d.ts', 'export {};\n');
      await writeFile('dist/styles.unlayered.css.d.ts', 'export {};\n');
    },
  },
});
