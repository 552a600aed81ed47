import type { StorybookConfig } from '@storybook/react-vite';
import remarkGfm from 'remark-gfm';
import { mergeConfig } from 'vite';
import base from '../vite.config.ts';
import { pageLinks } from './pageLinks.ts';

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.@(ts|tsx)'],
  addons: [
    // MDX alone knows no tables.
    {
      name: '@storybook/addon-docs',
      options: { mdxPluginOptions: { mdxCompileOptions: { remarkPlugins: [remarkGfm, pageLinks] } } },
    },
    '@storybook/addon-a11y',
    '@storybook/addon-vitest',
  ],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // The plain docgen shows every union as "union".
  typescript: { reactDocgen: 'react-docgen-typescript' },
  // Storybook takes the aliases from vite.config.ts by itself, but not its build options.
  viteFinal: (vite) => mergeConfig(vite, { build: base.build }),
};

export default config;
