import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumFlags, findBrowser } from './test/setup/findBrowser.mjs';
import { mockCobalt } from './test/setup/mockCobalt.ts';
import { printedText } from './test/setup/printedText.ts';
import base from './vite.config.ts';

const executablePath = findBrowser();

// Made anew for each project: Vitest writes the project's name into it.
const chromium = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  // Without a path Playwright says what to do.
  provider: playwright({ launchOptions: { ...(executablePath && { executablePath }), args: chromiumFlags } }),
  instances: [{ browser: 'chromium' as const }],
});

// Found late, a dependency makes Vite reload the page under a running test on a cold cache.
const reactDependencies = [
  'react',
  'react-dom',
  'react-dom/client',
  'react/jsx-runtime',
  'react/jsx-dev-runtime',
  'react-error-boundary',
  '@tanstack/react-query',
  'react-markdown',
  'remark-gfm',
];

// Of the stories that set the views among other people's styles.
const foreignDesigns = [
  '@emotion/cache',
  '@emotion/react',
  ...['Button', 'Container', 'CssBaseline', 'Stack', 'Typography', 'styles'].map(
    (name) => `@mui/material/${name}`,
  ),
  'postcss',
  'tailwindcss',
];

const withoutReactDom = [
  'test/example/**',
  'test/server/**',
  'test/testing/**',
  'test/structure/**',
  'test/hostile/**',
];
const inBrowser = 'test/**/*.browser.test.tsx';
/** Needs a Redis server: `npm run test:redis`. */
const onRedis = 'test/**/*.redis.test.ts';

const redis = {
  extends: true as const,
  test: {
    name: 'redis',
    environment: 'node',
    include: [onRedis],
    setupFiles: ['test/setup/everyTest.ts'],
  },
};

export default defineConfig({
  ...base,
  test: {
    // A busy machine is no failure: only what never ends is one.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    restoreMocks: true,
    unstubGlobals: true,
    projects: [
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'unit',
          environment: 'jsdom',
          include: ['test/**/*.test.{ts,tsx}', 'example/testing/*.test.tsx'],
          exclude: [...withoutReactDom, inBrowser],
          setupFiles: ['test/setup/everyTest.ts', 'test/setup/react.ts', 'test/setup/act.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: withoutReactDom.map((folder) => `${folder}/*.test.ts`),
          exclude: [onRedis],
          setupFiles: ['test/setup/everyTest.ts'],
        },
      },
      ...(process.env['REDIS_SERVER'] ? [redis] : []),
      {
        extends: true,
        test: {
          name: 'types',
          include: [],
          typecheck: {
            enabled: true,
            only: true,
            include: ['test/**/*.test-d.ts'],
            // The rest of the project is what `npm run typecheck` is for.
            ignoreSourceErrors: true,
          },
        },
      },
      {
        extends: true,
        plugins: [react(), mockCobalt()],
        optimizeDeps: {
          include: [
            ...reactDependencies,
            '@testing-library/react',
            '@testing-library/user-event',
            '@testing-library/jest-dom/vitest',
            '@tanstack/react-query-devtools/production',
            'axe-core',
            'fast-check',
            'postcss',
            'react-dom/server',
          ],
        },
        test: {
          name: 'browser',
          include: [inBrowser],
          setupFiles: ['test/setup/everyTest.ts', 'test/setup/react.ts'],
          browser: { ...chromium(), commands: { printedText } },
        },
      },
      {
        extends: true,
        plugins: [storybookTest({ configDir: '.storybook' })],
        optimizeDeps: { include: [...reactDependencies, ...foreignDesigns] },
        test: { name: 'storybook', browser: chromium() },
      },
    ],
  },
});
