import { join } from 'node:path';
import type { UserConfig } from 'vite';

/** The public doors of the package, led to their source. `paths` in tsconfig.json says the same to TypeScript. */
const doors = {
  'cobalt-react': 'src/index.ts',
  'cobalt-react/devtools': 'src/devtools/errorTypes.ts',
  'cobalt-react/finding-text': 'src/finding-text/FindingText.tsx',
  'cobalt-react/server': 'src/server.ts',
  'cobalt-react/server/redis': 'src/server/redis.ts',
  'cobalt-react/storybook': 'src/storybook.ts',
  'cobalt-react/testing': 'src/testing.ts',
  'cobalt-react/locales/ar': 'src/locales/ar.ts',
  'cobalt-react/locales/de': 'src/locales/de.ts',
  'cobalt-react/locales/fr': 'src/locales/fr.ts',
  'cobalt-react/styles.css': 'src/styles.css',
};

/** What Vitest, Storybook and the demo share: they import the library by its name, like any app. */
export default {
  resolve: {
    alias: Object.entries(doors).map(([name, path]) => ({
      find: new RegExp(`^${name}$`),
      replacement: join(import.meta.dirname, path),
    })),
  },
  // "use client" means nothing to a bundle for browsers, and the warning comes once per file.
  build: { rolldownOptions: { checks: { moduleLevelDirective: false } } },
} satisfies UserConfig;
