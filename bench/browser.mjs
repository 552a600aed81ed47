import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright';
import { chromiumFlags, findBrowser } from '../test/setup/findBrowser.mjs';

const root = join(import.meta.dirname, '..');

/**
 * Opens a page of `bench/page` in Chromium, with React as an app ships it. `run` calls one of its exports there; `cpuMs` tells what the
 * page's own thread has computed so far: other programs on the machine do not count.
 */
export async function withPage(file, use) {
  const executablePath = findBrowser();
  if (!executablePath)
    throw new Error('bench: no Chrome or Chromium. Install one, or name it in CHROME_PATH.');
  const { script, style } = await bundlePage(file);
  const browser = await chromium.launch({
    executablePath,
    args: [...chromiumFlags, '--js-flags=--expose-gc'],
  });
  try {
    const page = await browser.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.route('http://app.example/', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<!doctype html><html lang="en"><title>Bench</title></html>',
      }),
    );
    await page.goto('http://app.example/');
    if (style) await page.addStyleTag({ content: style });
    await page.addScriptTag({ content: script });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    const metric = async (wanted) => {
      const { metrics } = await devtools.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === wanted).value * 1000;
    };
    const answer = await use({
      browser,
      page,
      devtools,
      run: (name, ...given) =>
        page.evaluate(([name, given]) => globalThis.bench[name](...given), [name, given]),
      cpuMs: () => metric('ThreadTime'),
      scriptMs: () => metric('ScriptDuration'),
      async heapBytes() {
        await devtools.send('HeapProfiler.collectGarbage');
        return (await devtools.send('Runtime.getHeapUsage')).usedSize;
      },
    });
    if (errors.length > 0) throw errors[0];
    return answer;
  } finally {
    await browser.close();
  }
}

async function bundlePage(file) {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'page', file)],
    // The package is not installed in itself, so its name has to be led to the build.
    alias: {
      'cobalt-react': join(root, 'dist/index.js'),
      'cobalt-react/styles.css': join(root, 'dist/styles.css'),
    },
    absWorkingDir: root,
    bundle: true,
    minify: true,
    jsx: 'automatic',
    format: 'iife',
    globalName: 'bench',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    outdir: 'out',
    write: false,
  });
  const textOf = (ending) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { script: textOf('.js'), style: textOf('.css') };
}
