import type { Meta, StoryObj } from '@storybook/react-vite';
import { Buildings } from '../../support/Buildings.tsx';
import { Findings } from '../../support/Findings.tsx';
import { visitorOf } from '../../support/visitor.ts';

const meta = { title: 'Statuses/Offline' } satisfies Meta;
export default meta;

const title = "You're offline";

/** The browser says when it is back; the page follows by itself. */
export const Read: StoryObj = {
  parameters: { cobalt: { isOffline: true } },
  render: () => <Findings />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.reads(
      title,
      'This device has no connection. Pages already open can still be read.',
      "Changes can't be sent until you're back.",
    );
    visitor.world.recover();
    await visitor.seesFindings();
  },
};

/** What was typed is kept, and sent only when the person says so. */
export const Write: StoryObj = {
  parameters: { cobalt: { isOffline: true } },
  render: () => <Buildings />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.reads(title);
    await visitor.types('Title', 'Lighthouse');
    await visitor.presses('Add building');
    await visitor.sees(/^Not saved yet\./);
    visitor.world.recover();
    await visitor.reads('You can save now', "It's kept here.");
    await visitor.presses('Save now');
    await visitor.seesBuilding('Lighthouse');
  },
};

/** The look while nothing can be sent. It stays as it is, until another story. */
export const Waiting: StoryObj = {
  parameters: { cobalt: { isOffline: true } },
  render: () => <Findings />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.reads(title);
    await visitor.presses('Check again');
    await visitor.reads(title);
  },
};
