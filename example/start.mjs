// Starts the demo: `npm start`. Node 20 reads no TypeScript, so Vite loads the server and builds the page, both in memory.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, createServer } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const shared = {
  root: here,
  configFile: join(here, '..', 'vite.config.ts'),
  plugins: [react()],
  // Its build for browsers writes HTML to decode &lt; and the like, which a page with Trusted Types refuses.
  resolve: {
    alias: {
      'decode-named-character-reference': fileURLToPath(
        import.meta.resolve('decode-named-character-reference'),
      ),
    },
  },
  logLevel: 'error',
  clearScreen: false,
};

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));

const { startDemo } = await load('/server/startDemo.ts');
await startDemo(process.env, buildPage).catch((error) => {
  // What the person can mend is one line; anything else is a bug and shows where it is.
  console.error(error?.name === 'StartError' ? error.message : error);
  process.exit(1);
});

async function load(path) {
  const vite = await createServer({
    ...shared,
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: [] },
  });
  try {
    return await vite.ssrLoadModule(path);
  } finally {
    await vite.close();
  }
}

/** Path → content. Kept in memory, so that two demos side by side never overwrite each other's files. */
async function buildPage() {
  const { output } = await build({
    ...shared,
    build: {
      write: false,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      // Browsers that know light-dark(), so that the style sheet stays as it was written.
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    },
  });
  return new Map(
    output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  );
}
