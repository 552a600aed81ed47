import type { Meta, StoryObj } from '@storybook/react-vite';
import { CobaltErrorBoundary, type ErrorViewProps, useErrorView } from 'cobalt-react';
import { type ReactNode, useId } from 'react';
import { expect, within } from 'storybook/test';
import { FindingsList } from '../support/Findings.tsx';
import { visitorOf } from '../support/visitor.ts';

const meta = { title: 'Components/useErrorView' } satisfies Meta;
export default meta;

function MyView({ error, ...props }: ErrorViewProps): ReactNode {
  const id = useId();
  const view = useErrorView(error, props);
  return (
    <section aria-labelledby={id} {...view.attributes}>
      <h2 id={id}>{view.title}</h2>
      <p>{view.body}</p>
      <p>{view.safety}</p>
      {view.remaining !== undefined && <p role="timer">{view.remaining}</p>}
      {view.actions.map(({ name, label, href, isUnavailable, run }) =>
        href ? (
          <a key={name} href={href}>
            {label}
          </a>
        ) : (
          <button key={name} className="plain" type="button" aria-disabled={isUnavailable} onClick={run}>
            {label}
          </button>
        ),
      )}
    </section>
  );
}

/** A view with nothing of our look, and all of its words and ways out. */
export const OwnMarkup: StoryObj = {
  parameters: { cobalt: { fault: { status: 500, path: '/findings' } } },
  render: () => (
    <main className="page">
      <h1>My portal</h1>
      <CobaltErrorBoundary views={{ server: MyView }}>
        <FindingsList />
      </CobaltErrorBoundary>
    </main>
  ),
  play: async (context) => {
    const visitor = visitorOf(context);
    const view = await within(context.canvasElement).findByRole(
      'region',
      { name: 'Cobalt had a problem' },
      { timeout: 12_000 },
    );
    await expect(view).toHaveAttribute('data-kind', 'server');
    visitor.world.recover();
    await visitor.presses('Try again');
    await visitor.seesFindings();
  },
};
