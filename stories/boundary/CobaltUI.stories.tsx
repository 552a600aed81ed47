import type { Meta, StoryObj } from '@storybook/react-vite';
import { CobaltErrorBoundary, CobaltUI, useFindings } from 'cobalt-react';
import type { ReactNode } from 'react';
import { expect, within } from 'storybook/test';
import { NEW_TOKEN } from 'cobalt-react/storybook';
import { FindingsList } from '../support/Findings.tsx';
import { visitorOf } from '../support/visitor.ts';

const meta = {
  title: 'Components/CobaltUI',
  component: CobaltUI,
  parameters: { cobalt: { ui: false } },
  render: () => (
    <CobaltUI>
      <main className="page">
        <h1>My portal</h1>
        <CobaltErrorBoundary>
          <FindingsList />
        </CobaltErrorBoundary>
        <CobaltErrorBoundary>
          <Count />
        </CobaltErrorBoundary>
      </main>
    </CobaltUI>
  ),
} satisfies Meta<typeof CobaltUI>;
export default meta;

type Story = StoryObj<typeof CobaltUI>;

function Count(): ReactNode {
  const { data } = useFindings({ severity: 'critical', limit: 1000 });
  return <p>{data ? `${String(data.items.length)} critical findings` : 'Counting…'}</p>;
}

/** One banner, however many widgets wait. */
async function oneBanner(canvasElement: HTMLElement, title: string): Promise<void> {
  const banners = await within(canvasElement).findAllByRole('region');
  await expect(banners).toHaveLength(1);
  await expect(within(banners[0]!).getByRole('heading')).toHaveTextContent(title);
}

export const Offline: Story = {
  parameters: { cobalt: { ui: false, isOffline: true } },
  play: async (context) => {
    const visitor = visitorOf(context);
    await oneBanner(context.canvasElement, "You're offline");
    visitor.world.recover();
    await visitor.seesFindings();
  },
};

export const Maintenance: Story = {
  parameters: { cobalt: { ui: false, fault: 'maintenance' } },
  play: async (context) => {
    const visitor = visitorOf(context);
    await oneBanner(context.canvasElement, 'Cobalt is offline for planned work');
    visitor.world.recover();
    await visitor.presses('Check now');
    await visitor.seesFindings();
  },
};

export const SessionEnded: Story = {
  parameters: { cobalt: { ui: false, isTokenReplaced: true } },
  play: async (context) => {
    const visitor = visitorOf(context);
    await oneBanner(context.canvasElement, 'Your connection to Cobalt has ended');
    await visitor.types('New API token', NEW_TOKEN);
    await visitor.presses('Reconnect');
    await visitor.seesFindings();
  },
};

/** One part alone would say it in its place. */
export const OutOfReach: Story = {
  parameters: { cobalt: { ui: false, fault: 'cutConnection' } },
  play: async (context) => {
    const visitor = visitorOf(context);
    await oneBanner(context.canvasElement, "We couldn't reach Cobalt");
    visitor.world.recover();
    await visitor.presses('Try again');
    await visitor.seesFindings();
  },
};

export const LimitSpent: Story = {
  parameters: {
    cobalt: { ui: false, fault: { status: 429, path: '/findings', headers: { 'Retry-After': '2' } } },
  },
  play: async (context) => {
    const visitor = visitorOf(context);
    await oneBanner(context.canvasElement, 'Loading is paused for a moment');
    visitor.world.recover();
    await visitor.seesFindings();
  },
};
