import type { Meta, StoryObj } from '@storybook/react-vite';
import { MaintenanceBanner } from 'cobalt-react';
import { Findings } from '../../support/Findings.tsx';
import { visitorOf } from '../../support/visitor.ts';

const meta = {
  title: 'Statuses/503 Maintenance',
  component: MaintenanceBanner,
  render: () => <Findings />,
} satisfies Meta<typeof MaintenanceBanner>;
export default meta;

const title = 'Cobalt is offline for planned work';

/** Cobalt said when it is back. The page checks then, and comes back by itself. */
export const KnownEnd: StoryObj = {
  parameters: { cobalt: { fault: { status: 503, headers: { 'Retry-After': '2' } } } },
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.reads(
      title,
      /^Expected back .+\. This page checks on its own\.$/,
      'Entries on this page stay here.',
    );
    visitor.world.recover();
    await visitor.seesFindings();
  },
};

/** Nobody knows when it ends; who does not want to wait for the next check asks now. */
export const CheckNow: StoryObj = {
  parameters: { cobalt: { fault: 'maintenance' } },
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.reads(title, 'No end time was given. This page checks again on its own.');
    visitor.world.recover();
    await visitor.presses('Check now');
    await visitor.seesFindings();
  },
};

export const Stopped: StoryObj = {
  parameters: { cobalt: { fault: 'maintenance' } },
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.presses('Stop checking');
    await visitor.reads(title, 'This page no longer checks on its own.');
    visitor.world.recover();
    await visitor.presses('Check now');
    await visitor.seesFindings();
  },
};

/** Without `CobaltUI` it stands where the content would. */
export const InPlace: StoryObj = { ...CheckNow, parameters: { cobalt: { fault: 'maintenance', ui: false } } };

/** The look while it waits for an announced end. It stays as it is. */
export const Waiting: StoryObj = {
  parameters: { cobalt: { fault: { status: 503, headers: { 'Retry-After': '5400' } } } },
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.reads(title, 'Next check in about 90 minutes');
  },
};
