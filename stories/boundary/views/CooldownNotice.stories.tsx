import type { Meta, StoryObj } from '@storybook/react-vite';
import { CobaltUI, ConnectionBanner, CooldownNotice } from 'cobalt-react';
import { expect, within } from 'storybook/test';
import { Buildings } from '../../support/Buildings.tsx';
import { Findings } from '../../support/Findings.tsx';
import { visitorOf } from '../../support/visitor.ts';

const meta = { title: 'Statuses/429, 509 Limit spent', component: CooldownNotice } satisfies Meta<
  typeof CooldownNotice
>;
export default meta;

const soon = { headers: { 'Retry-After': '2' } };
const title = 'Loading is paused for a moment';
const body =
  'Your account reached 100 requests a minute. Loading starts again on its own. Other tools using your account count too.';

/** A banner for the whole page, a quiet line in each widget. It comes back by itself when the time has passed. */
export const Read: StoryObj = {
  parameters: { cobalt: { fault: { status: 429, path: '/findings', ...soon } } },
  render: () => <Findings />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.reads(title, body, 'What is on the page stays here.');
    await visitor.sees('Paused. The message at the top of the page says why; this loads again on its own.');
    visitor.world.recover();
    await visitor.seesFindings();
  },
};

/** Cobalt's documentation names 509 for the same thing. */
export const Read509: StoryObj = {
  ...Read,
  name: 'Read, 509',
  parameters: { cobalt: { fault: { status: 509, path: '/findings', ...soon } } },
};

/** Stopped by the person: nothing goes on by itself, and "Try now" waits for the end of the time. */
export const Stopped: StoryObj = {
  parameters: { cobalt: { fault: { status: 429, path: '/findings', ...soon } } },
  render: () => <Findings />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.reads(title);
    await visitor.presses('Stop automatic retry');
    visitor.world.recover();
    await visitor.sees('You can try now.');
    await visitor.presses('Try now');
    await visitor.seesFindings();
  },
};

/** Without `CobaltUI` it stands where the content would. */
export const InPlace: StoryObj = {
  parameters: { cobalt: { ui: false, fault: { status: 429, path: '/findings', ...soon } } },
  render: () => <Findings />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.reads(title, body);
    visitor.world.recover();
    await visitor.seesFindings();
  },
};

/** Where the app has a place of its own for what concerns the whole connection. */
export const BannerBelowAHeader: StoryObj = {
  ...Read,
  parameters: { cobalt: { ui: false, fault: { status: 429, path: '/findings', ...soon } } },
  render: () => (
    <CobaltUI banner={false}>
      <header className="page">My portal</header>
      <ConnectionBanner />
      <Findings />
    </CobaltUI>
  ),
};

/** A write is never sent again by itself: the person saves when it is possible. */
export const Write: StoryObj = {
  parameters: { cobalt: { fault: { status: 429, method: 'POST', ...soon } } },
  render: () => <Buildings />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.types('Title', 'North gate');
    await visitor.presses('Add building');
    await visitor.reads(
      'Saving is paused for a moment',
      'Your account reached 20 changes a minute. Your change was not saved.',
      "It's kept here.",
    );
    visitor.world.recover();
    await visitor.presses('Save now');
    await visitor.seesBuilding('North gate');
  },
};

/** The looks while it waits. These stay as they are. */
export const ReadWaiting: StoryObj = {
  parameters: { cobalt: { fault: { status: 429, path: '/findings' } } },
  render: () => <Findings />,
  play: async (context) => {
    const visitor = visitorOf(context);
    const banner = await visitor.reads(title, body);
    await expect(within(banner).getByRole('timer')).toBeVisible();
    await expect(within(banner).getByRole('button', { name: 'Try now' })).toHaveAttribute('aria-disabled');
  },
};

export const WriteWaiting: StoryObj = {
  parameters: { cobalt: { fault: { status: 429, method: 'POST' } } },
  render: () => <Buildings />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.types('Title', 'South gate');
    await visitor.presses('Add building');
    await visitor.reads('Saving is paused for a moment');
  },
};
