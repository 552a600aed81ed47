import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  CobaltErrorBoundary,
  ErrorPanel,
  type ErrorViewProps,
  type InternalServerError,
  useAssets,
} from 'cobalt-react';
import { faultScenarios } from 'cobalt-react/testing';
import type { ReactNode } from 'react';
import { expect, within } from 'storybook/test';
import { FindingsList } from '../support/Findings.tsx';
import { visitorOf } from '../support/visitor.ts';

const meta = {
  title: 'Components/CobaltErrorBoundary',
  component: CobaltErrorBoundary,
} satisfies Meta<typeof CobaltErrorBoundary>;
export default meta;

type Story = StoryObj<typeof CobaltErrorBoundary>;

const brokenFindings = { cobalt: { fault: { ...faultScenarios.serverError, path: '/findings' } } };

/** Nothing is broken here: break it with Status in the toolbar. */
export const Playground: Story = { render: () => <Portal /> };

function Portal(): ReactNode {
  return (
    <main className="page">
      <h1>My portal</h1>
      <CobaltErrorBoundary>
        <FindingsList />
      </CobaltErrorBoundary>
      <CobaltErrorBoundary>
        <Assets />
      </CobaltErrorBoundary>
    </main>
  );
}

/** Only what failed is replaced, and only what failed is loaded again. */
export const OnlyWhatFailed: Story = {
  parameters: brokenFindings,
  render: () => <Portal />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.reads('Cobalt had a problem');
    const assetRequests = () => visitor.world.mock.requests.filter(({ path }) => path === '/assets').length;
    const before = assetRequests();
    visitor.world.recover();
    await visitor.presses('Try again');
    await visitor.seesFindings();
    await expect(assetRequests()).toBe(before);
  },
};

function Assets(): ReactNode {
  const assets = useAssets({ limit: 3 });
  if (!assets.data) return <p>Loading assets…</p>;
  return (
    <ul className="rows" aria-label="Assets">
      {assets.data.items.map(({ id, title }) => (
        <li key={id}>
          <bdi>{title}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** `catch` takes what the inner boundary knows how to show; the rest goes up. */
export const CatchesByStatus: Story = {
  parameters: brokenFindings,
  render: () => (
    <main className="page">
      <h1>My portal</h1>
      <CobaltErrorBoundary>
        <section data-testid="inner">
          <CobaltErrorBoundary catch={[404, 403, 'timeout']}>
            <FindingsList />
          </CobaltErrorBoundary>
        </section>
      </CobaltErrorBoundary>
    </main>
  ),
  play: async (context) => {
    const visitor = visitorOf(context);
    const panel = await visitor.reads('Cobalt had a problem');
    await expect(panel.closest('[data-testid="inner"]')).toBeNull();
    visitor.world.recover();
    await visitor.presses('Try again');
    await visitor.seesFindings();
  },
};

/** A view of your own for one status; all others keep their look. */
export const OwnView: Story = {
  parameters: brokenFindings,
  render: () => (
    <main className="page">
      <h1>My portal</h1>
      <CobaltErrorBoundary views={{ 500: CoffeeBreak }}>
        <FindingsList />
      </CobaltErrorBoundary>
    </main>
  ),
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.reads('Cobalt takes a coffee break');
    visitor.world.recover();
    await visitor.presses('I am back');
    await visitor.seesFindings();
  },
};

function CoffeeBreak({ onRetry, isRetrying = false }: ErrorViewProps<InternalServerError>): ReactNode {
  return (
    <ErrorPanel.Root severity="info">
      <ErrorPanel.Layout>
        <ErrorPanel.Icon>☕</ErrorPanel.Icon>
        <ErrorPanel.Content>
          <ErrorPanel.Title>Cobalt takes a coffee break</ErrorPanel.Title>
          <ErrorPanel.Body>Get one too, and come back in a minute.</ErrorPanel.Body>
        </ErrorPanel.Content>
        <ErrorPanel.Actions>
          <ErrorPanel.Action isPrimary isUnavailable={isRetrying} onClick={() => void onRetry?.()}>
            I am back
          </ErrorPanel.Action>
        </ErrorPanel.Actions>
      </ErrorPanel.Layout>
    </ErrorPanel.Root>
  );
}

/** For a whole route: its title is the page's own. */
export const Page: Story = {
  parameters: brokenFindings,
  render: () => (
    <CobaltErrorBoundary presentation="page">
      <main className="page">
        <h1>Findings</h1>
        <FindingsList />
      </main>
    </CobaltErrorBoundary>
  ),
  play: async (context) => {
    const visitor = visitorOf(context);
    const panel = await visitor.reads('Cobalt had a problem');
    await expect(within(panel).getByRole('heading', { level: 1 })).toBeVisible();
    visitor.world.recover();
    await visitor.presses('Try again');
    await visitor.seesFindings();
  },
};
