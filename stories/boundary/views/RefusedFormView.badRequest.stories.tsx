import type { Meta, StoryObj } from '@storybook/react-vite';
import { faultScenarios } from 'cobalt-react/testing';
import { Buildings } from '../../support/Buildings.tsx';
import { Findings } from '../../support/Findings.tsx';
import { visitorOf } from '../../support/visitor.ts';

const meta = { title: 'Statuses/400 Bad request' } satisfies Meta;
export default meta;

/** The app sent something that Cobalt could not read. After an update of the app the same page loads. */
export const Read: StoryObj = {
  parameters: { cobalt: { fault: 'badRequest' } },
  render: () => <Findings />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.reads(
      "This request couldn't be used",
      'Cobalt could not read part of it, so it was turned away.',
    );
    visitor.world.recover();
    await visitor.presses('Try again');
    await visitor.seesFindings();
  },
};

/** Nothing was saved, and what was typed is still there. */
export const Write: StoryObj = {
  parameters: { cobalt: { fault: { ...faultScenarios.badRequest, method: 'POST' } } },
  render: () => <Buildings />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.types('Title', 'Harbour office');
    await visitor.presses('Add building');
    await visitor.reads("This request couldn't be used", 'Nothing was saved. Your entries are still here.');
    visitor.world.recover();
    await visitor.types('Title', 'Harbour office, gate 2');
    await visitor.presses('Add building');
    await visitor.seesBuilding('Harbour office, gate 2');
  },
};
