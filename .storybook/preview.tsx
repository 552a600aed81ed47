import type { Preview } from '@storybook/react-vite';
import { isCobaltError } from 'cobalt-react';
import 'cobalt-react/styles.css';
import { Stage } from './Stage.tsx';
import { simulations } from './statuses.ts';
import type { CobaltParameters } from './world.ts';

const preview: Preview = {
  parameters: {
    layout: 'fullscreen',
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
    status: {
      description: 'What goes wrong in the running story',
      toolbar: {
        icon: 'lightning',
        title: 'Status',
        dynamicTitle: true,
        items: Object.entries(simulations).map(([value, { title }]) => ({ value, title })),
      },
    },
    delay: {
      description: 'How long every answer takes',
      toolbar: {
        icon: 'time',
        title: 'Delay',
        dynamicTitle: true,
        items: [
          { value: '0', title: 'No delay' },
          { value: '500', title: '500 ms' },
          { value: '3000', title: '3 s' },
        ],
      },
    },
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
  initialGlobals: { status: 'none', delay: '0', theme: 'system', direction: 'page', language: 'en' },
  decorators: [
    (Story, { id, canvasElement, viewMode, parameters, globals }) => (
      <Stage
        key={id}
        canvasElement={canvasElement}
        storyId={id}
        parameters={(parameters['cobalt'] ?? {}) as CobaltParameters}
        status={String(globals['status'])}
        delayMs={Number(globals['delay'])}
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
