import type { Preview } from '@storybook/react-vite';
import { type CobaltMessages, isCobaltError } from 'cobalt-react';
import { ar } from 'cobalt-react/locales/ar';
import { de } from 'cobalt-react/locales/de';
import { fr } from 'cobalt-react/locales/fr';
import { cobaltDecorator, cobaltGlobalTypes, cobaltInitialGlobals } from 'cobalt-react/storybook';
import 'cobalt-react/styles.css';
import { DocsPage } from './DocsPage.tsx';
import { Stage } from './Stage.tsx';

const languages: Readonly<Record<string, CobaltMessages | undefined>> = { ar, de, fr };

const preview: Preview = {
  parameters: {
    layout: 'fullscreen',
    docs: { container: DocsPage },
    a11y: { test: 'error' },
    // The theme brings its own backdrop.
    backgrounds: { disable: true },
    viewport: {
      options: {
        narrow: { name: 'Narrow (320 px)', styles: { width: '320px', height: '640px' }, type: 'mobile' },
        middle: { name: 'Middle (640 px)', styles: { width: '640px', height: '900px' }, type: 'tablet' },
        wide: { name: 'Wide (1024 px)', styles: { width: '1024px', height: '800px' }, type: 'desktop' },
      },
    },
    options: {
      storySort: {
        method: 'alphabetical',
        order: [
          'Getting started',
          'Guides',
          [
            'Boundaries and statuses',
            'Signing in again',
            'Rate limits',
            'Maintenance',
            'Forms',
            'Pagination',
            'Organizations',
            'Server rendering',
            'Security',
            'Testing',
            'Recipes',
            'From plain useQuery',
            'Comparison',
          ],
          'Every status',
          'Statuses',
          'Components',
          'Words and languages',
          'Theming',
          ['Theming'],
          'Reference',
          ['Index'],
        ],
        includeNames: false,
      },
    },
    react: {
      rootOptions: {
        // React prints whatever a boundary catches. What a story breaks on purpose is no news; anything else is.
        onCaughtError: (error: unknown) => {
          if (!isCobaltError(error)) console.error(error);
        },
      },
    },
  },
  globalTypes: {
    ...cobaltGlobalTypes,
    theme: {
      description: 'Light, dark, or the few colours of a high contrast system',
      toolbar: {
        icon: 'mirror',
        title: 'Theme',
        dynamicTitle: true,
        items: [
          { value: 'system', title: 'System' },
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
          { value: 'forced', title: 'Forced colours (imitated)' },
        ],
      },
    },
    language: {
      description: 'Language of the views',
      toolbar: {
        icon: 'globe',
        title: 'Language',
        dynamicTitle: true,
        items: [
          { value: 'en', title: 'English' },
          { value: 'de', title: 'Deutsch' },
          { value: 'fr', title: 'Français' },
          { value: 'ar', title: 'العربية' },
        ],
      },
    },
    direction: {
      description: 'Direction of writing',
      toolbar: {
        icon: 'transfer',
        title: 'Direction',
        dynamicTitle: true,
        items: [
          { value: 'page', title: 'Of the language' },
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
  },
  initialGlobals: { ...cobaltInitialGlobals, theme: 'system', direction: 'page', language: 'en' },
  decorators: [
    cobaltDecorator({
      ui: ({ globals }) => ({
        messages: languages[String(globals['language'])],
        // A story's frame has no page before it, so that "Go back" would be left out.
        onGoBack: () => undefined,
      }),
    }),
    (Story, { viewMode, globals }) => (
      <Stage
        theme={String(globals['theme'])}
        direction={String(globals['direction'])}
        language={String(globals['language'])}
        fillsPage={viewMode === 'story'}
      >
        <Story />
      </Stage>
    ),
  ],
};

export default preview;
