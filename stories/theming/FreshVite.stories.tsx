import type { Meta, StoryObj } from '@storybook/react-vite';
import axe from 'axe-core/axe.min.js?raw';
import { type ReactNode, useMemo } from 'react';
import { expect, waitFor } from 'storybook/test';
import cobalt from '../../src/styles.css?raw';
import { unlayered } from '../../unlayered.ts';
import { AppFrame } from './AppFrame.tsx';
import { sitsWell } from './sitsWell.ts';
import { Specimens } from './Specimens.tsx';

const meta = {
  title: 'Theming/In a fresh Vite app',
  parameters: { cobalt: { ui: false } },
} satisfies Meta;
export default meta;

// What the template of such an app says: rules for bare elements in no layer, dark first, and light where the system is.
const template = `
  :root { font: 400 1rem/1.5 system-ui, sans-serif; color: rgb(255 255 255 / 0.87); background-color: #242424; }
  body { display: flex; min-inline-size: 320px; margin: 0; place-items: center; }
  a { color: #646cff; font-weight: 500; text-decoration: inherit; }
  h1 { font-size: 3.2em; line-height: 1.1; }
  button { padding: 0.6em 1.2em; border: 1px solid transparent; border-radius: 8px; background-color: #1a1a1a; font: 500 1em/1.5 inherit; cursor: pointer; }
  button:hover { border-color: #646cff; }
`;
const inLight = `
  :root { color: #213547; background-color: #ffffff; }
  a:hover { color: #747bff; }
  button { background-color: #f9f9f9; }
`;
const inLightBySystem = `@media (prefers-color-scheme: light) { ${inLight} }`;

interface FreshAppProps {
  readonly stylesheet: string;
  readonly globals: Readonly<Record<string, unknown>>;
}

function FreshApp({ stylesheet, globals }: FreshAppProps): ReactNode {
  const theme = String(globals['theme']);
  const styles = useMemo(() => {
    const light = { light: inLight, dark: '' }[theme] ?? inLightBySystem;
    return [template + light, stylesheet];
  }, [theme, stylesheet]);
  return (
    <AppFrame title="A fresh Vite app" styles={styles} theme={theme} direction={String(globals['direction'])}>
      {() => (
        <main style={{ display: 'grid', gap: '1rem', inlineSize: '100%', padding: '1.5rem' }}>
          <h1>Findings</h1>
          <button type="button" style={{ justifySelf: 'start' }}>
            A button of the app
          </button>
          <Specimens />
        </main>
      )}
    </AppFrame>
  );
}

interface AxeResults {
  readonly violations: readonly unknown[];
  readonly passes: readonly unknown[];
}

/** What axe says of the contrast of our main buttons: which of them cannot be read, and whether it looked at any. */
async function mainButtonsOf(
  page: Document,
): Promise<{ readonly unreadable: number; readonly wasSeen: boolean }> {
  const view = page.defaultView as unknown as {
    readonly eval: (source: string) => void;
    readonly axe: { readonly run: (context: unknown, options: object) => Promise<AxeResults> };
  };
  view.eval(axe);
  const { violations, passes } = await view.axe.run(
    { include: [['[data-primary]:not([aria-disabled])']] },
    { runOnly: ['color-contrast'] },
  );
  return { unreadable: violations.length, wasSeen: violations.length + passes.length > 0 };
}

const Readable: StoryObj = {
  render: (_, { globals }) => <FreshApp stylesheet={unlayered(cobalt)} globals={globals} />,
  play: async ({ canvasElement }) => {
    const page = await sitsWell(canvasElement);
    await expect(await mainButtonsOf(page)).toEqual({ unreadable: 0, wasSeen: true });
  },
};

/** The template has rules for bare `button` and `a`, so `cobalt-react/styles.unlayered.css` is imported after it. */
export const Light: StoryObj = { ...Readable, globals: { theme: 'light' } };

export const Dark: StoryObj = { ...Readable, globals: { theme: 'dark' } };

/**
 * Why: rules in no layer win over `styles.css`, whatever they weigh. The template paints the main button in its own colour, under our
 * text for another one.
 */
export const WithTheLayeredStylesheet: StoryObj = {
  render: (_, { globals }) => <FreshApp stylesheet={cobalt} globals={globals} />,
  globals: { theme: 'light' },
  // What cannot be read is what this story shows, and what its own check asks for.
  parameters: { a11y: { test: 'off' } },
  play: async ({ canvasElement }) => {
    const frame = canvasElement.querySelector('iframe')!;
    await waitFor(() => expect(frame.contentDocument!.querySelectorAll('[data-cobalt]')).toHaveLength(7));
    await expect(await mainButtonsOf(frame.contentDocument!)).toEqual({ unreadable: 1, wasSeen: true });
  },
};
