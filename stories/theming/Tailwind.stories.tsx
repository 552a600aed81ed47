import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ReactNode, useEffect, useState } from 'react';
import { expect } from 'storybook/test';
import { compile } from 'tailwindcss';
import tailwind from 'tailwindcss/index.css?raw';
import cobalt from '../../src/styles.css?raw';
import { AppFrame } from './AppFrame.tsx';
import { sitsWell } from './sitsWell.ts';
import { Specimens } from './Specimens.tsx';

const meta = {
  title: 'Theming/In a Tailwind app',
  parameters: { cobalt: { ui: false } },
  render: (_, { globals }) => (
    <TailwindApp theme={String(globals['theme'])} direction={String(globals['direction'])} before="" />
  ),
} satisfies Meta;
export default meta;

const main = 'mx-auto flex max-w-3xl flex-col gap-4 p-6 text-slate-800 dark:text-slate-100';
const heading = 'text-2xl font-semibold tracking-tight';
const button =
  'self-start rounded-full bg-indigo-600 px-4 py-2 text-sm font-semibold text-white shadow hover:bg-indigo-500';
const brand = '[--cobalt-radius:1rem] [--cobalt-link:var(--color-indigo-700)]';
const classes = [main, heading, button, brand, 'bg-white', 'dark:bg-slate-950', 'uppercase'];

/** What the build of such an app does: `@import 'tailwindcss'`, and one rule for each class that it uses. */
async function buildTailwind(): Promise<string> {
  const compiler = await compile(tailwind);
  return compiler.build(classes.flatMap((list) => list.split(' ')));
}

interface TailwindAppProps {
  readonly theme: string;
  readonly direction: string;
  /** What stands before the imports. */
  readonly before: string;
  readonly className?: string;
}

function TailwindApp({ theme, direction, before, className = '' }: TailwindAppProps): ReactNode {
  const [styles, setStyles] = useState<readonly string[]>();
  useEffect(() => {
    void buildTailwind().then((css) => setStyles([before, css, cobalt]));
  }, [before]);
  return (
    styles && (
      <AppFrame title="A Tailwind app" styles={styles} theme={theme} direction={direction}>
        {() => (
          <main className={`${main} ${className}`}>
            <h1 className={heading}>Findings</h1>
            <button type="button" className={button}>
              A button of the app
            </button>
            <Specimens />
          </main>
        )}
      </AppFrame>
    )
  );
}

/** `@import 'tailwindcss'; @import 'cobalt-react/styles.css';` and nothing else. */
export const Unchanged: StoryObj = {
  play: async ({ canvasElement }) => {
    await sitsWell(canvasElement);
  },
};

/** `@layer theme, base, cobalt, components, utilities;` before the imports: now utilities win over the views, on any part. */
export const UtilitiesWin: StoryObj = {
  render: (_, { globals }) => (
    <TailwindApp
      theme={String(globals['theme'])}
      direction={String(globals['direction'])}
      before="@layer theme, base, cobalt, components, utilities;"
      className={brand}
    />
  ),
  play: async ({ canvasElement }) => {
    const page = await sitsWell(canvasElement);
    const panel = page.querySelector('[data-variant="inline"]')!;
    const title = panel.querySelector('[data-part="title"]')!;
    await expect(page.defaultView!.getComputedStyle(panel).borderTopLeftRadius).toBe('16px');
    title.classList.add('text-2xl');
    await expect(page.defaultView!.getComputedStyle(title).fontSize).toBe('24px');
    title.classList.remove('text-2xl');
  },
};
