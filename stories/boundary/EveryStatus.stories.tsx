import type { Meta, StoryObj } from '@storybook/react-vite';
import { CobaltErrorView, CobaltUI } from 'cobalt-react';
import { type ReactNode, useState } from 'react';
import { expect, within } from 'storybook/test';
import { everyError } from './errors.ts';

const meta = {
  title: 'Every status',
  // Nobody else's banner or voice: these are looks and not failures.
  parameters: { cobalt: { ui: false } },
  render: () => (
    <CobaltUI banner={false} onGoBack={() => undefined}>
      <Gallery />
    </CobaltUI>
  ),
} satisfies Meta;
export default meta;

function Gallery(): ReactNode {
  const [examples] = useState(() => everyError(Date.now()));

  return (
    <main className="page page-wide">
      <h1>Every status</h1>
      <p>
        What each failure shows, says and offers: when something was read, and when something was written.
      </p>
      <div className="gallery">
        {examples.map(({ name, read, write }) => (
          <section key={name}>
            <h2>{name}</h2>
            <div className="pair">
              <div className="form-of">
                <p>Read</p>
                <CobaltErrorView error={read} headingLevel={3} onRetry={() => undefined} />
              </div>
              <div className="form-of">
                <p>Write</p>
                <CobaltErrorView
                  error={write}
                  headingLevel={3}
                  onRetry={() => undefined}
                  onDismiss={() => undefined}
                />
              </div>
            </div>
          </section>
        ))}
      </div>
    </main>
  );
}

const showsAll: StoryObj['play'] = async ({ canvasElement }) => {
  await expect(canvasElement.querySelectorAll('[data-cobalt][data-part="root"]')).toHaveLength(40);
  // Nobody submitted anything here.
  await expect(canvasElement.querySelector('[data-part="field-errors"]')).not.toHaveFocus();
  // No number in what a person reads: it stands in the technical details alone.
  for (const title of within(canvasElement).getAllByRole('heading', { level: 3 })) {
    await expect(title.textContent).not.toMatch(/[45]\d\d/);
  }
};

export const Light: StoryObj = { globals: { theme: 'light' }, play: showsAll };

export const Dark: StoryObj = { globals: { theme: 'dark' }, play: showsAll };

export const RightToLeft: StoryObj = { globals: { direction: 'rtl' }, play: showsAll };

/** Nothing may be wider than a small telephone. */
export const Narrow: StoryObj = {
  name: '320 px',
  globals: { viewport: { value: 'narrow' } },
  play: async (context) => {
    await showsAll(context);
    const { scrollWidth, clientWidth } = document.documentElement;
    await expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  },
};

/** Every way to stand on a page. */
export const Presentations: StoryObj = {
  render: () => <AllPresentations />,
};

function AllPresentations(): ReactNode {
  const [error] = useState(() => everyError(Date.now()).find(({ name }) => name.startsWith('500'))!.read);
  return (
    <div className="page">
      <h1>Presentations of one error</h1>
      <h2>Banner, for the whole connection</h2>
      <CobaltErrorView error={error} presentation="banner" headingLevel={3} onRetry={() => undefined} />
      <h2>Inline, in the place of the content</h2>
      <CobaltErrorView error={error} headingLevel={3} onRetry={() => undefined} />
      <h2>Strip, above data that is still there</h2>
      <CobaltErrorView
        error={error}
        dataUpdatedAt={error.occurredAt}
        headingLevel={3}
        onRetry={() => undefined}
        onDismiss={() => undefined}
      />
      <h2>Page, instead of a route</h2>
      <CobaltErrorView error={error} presentation="page" headingLevel={3} onRetry={() => undefined} />
      {(['compact', 'comfortable', 'spacious'] as const).map((density) => (
        <div key={density} className="page" style={{ padding: 0 }} data-density={density}>
          <h2>Density: {density}</h2>
          <CobaltErrorView error={error} headingLevel={3} onRetry={() => undefined} />
        </div>
      ))}
    </div>
  );
}
