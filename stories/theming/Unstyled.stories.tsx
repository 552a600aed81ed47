import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import cobalt from '../../src/styles.css?raw';
import { unlayered } from '../../unlayered.ts';
import { AppFrame } from './AppFrame.tsx';
import { sitsWell } from './sitsWell.ts';
import { Specimens } from './Specimens.tsx';

const meta = {
  title: 'Theming/In an app without styles',
  parameters: { cobalt: { ui: false } },
} satisfies Meta;
export default meta;

interface PlainAppProps {
  readonly styles: readonly string[];
  readonly globals: Readonly<Record<string, unknown>>;
}

function PlainApp({ styles, globals }: PlainAppProps): ReactNode {
  return (
    <AppFrame
      title="A plain app"
      styles={styles}
      theme={String(globals['theme'])}
      direction={String(globals['direction'])}
    >
      {() => (
        <main style={{ display: 'grid', gap: '1rem' }}>
          <h1>Findings</h1>
          <button type="button">A button of the app</button>
          <Specimens />
        </main>
      )}
    </AppFrame>
  );
}

const layered = [cobalt];
const bare: string[] = [];
// What normalising stylesheets of many apps say, in no layer.
const reset = `
  *, *::before, *::after { box-sizing: border-box; margin: 0; padding: 0; border: 0; }
  html { font: 100%/1.5 system-ui, sans-serif; }
  body { padding: 1.5rem; }
  h1, h2, h3 { margin-block-end: 0.5rem; font-size: 2rem; font-weight: 500; line-height: 1.2; }
  p, ul, dl { margin-block-end: 1rem; }
  a { color: #c0f; text-decoration: none; }
  button, input { margin: 0; border: 0; background: none; font-family: inherit; line-height: inherit; }
  dt { font-weight: 700; }
  dd { margin-inline-start: 0; }
`;
const afterReset = [reset, unlayered(cobalt)];

/** `import 'cobalt-react/styles.css'`, and what the browser gives. */
export const Unchanged: StoryObj = {
  render: (_, { globals }) => <PlainApp styles={layered} globals={globals} />,
  play: async ({ canvasElement }) => {
    await sitsWell(canvasElement);
  },
};

/** A reset that stands in no layer wins over all that has one: such an app imports `cobalt-react/styles.unlayered.css` after it. */
export const AfterAResetWithoutLayers: StoryObj = {
  render: (_, { globals }) => <PlainApp styles={afterReset} globals={globals} />,
  play: async ({ canvasElement }) => {
    await sitsWell(canvasElement);
  },
};

/** No stylesheet at all: every text, role and action is there, in the browser's own look. */
export const WithoutOurStylesheet: StoryObj = {
  render: (_, { globals }) => <PlainApp styles={bare} globals={globals} />,
};
