import type { Meta, StoryObj } from '@storybook/react-vite';
import { faultScenarios } from 'cobalt-react/testing';
import { Buildings } from '../../support/Buildings.tsx';
import { Findings } from '../../support/Findings.tsx';
import { visitorOf } from '../../support/visitor.ts';

const meta = { title: 'Statuses/Connection cut' } satisfies Meta;
export default meta;

export const Read: StoryObj = {
  parameters: { cobalt: { fault: 'cutConnection' } },
  render: () => <Findings />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.reads(
      "We couldn't reach Cobalt",
      'The connection was dropped or blocked before an answer came back.',
    );
    visitor.world.recover();
    await visitor.presses('Try again');
    await visitor.seesFindings();
  },
};

/** The answer begins, and breaks off halfway. */
export const ReadTruncated: StoryObj = {
  ...Read,
  parameters: { cobalt: { fault: 'truncated' } },
};

export const Write: StoryObj = {
  parameters: { cobalt: { fault: { ...faultScenarios.cutConnection, method: 'POST' } } },
  render: () => <Buildings />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.types('Title', 'Silo 3');
    await visitor.presses('Add building');
    await visitor.reads(
      "We can't confirm this was saved",
      'No answer came back. It may or may not have gone through.',
      'Your answers are still here.',
    );
    visitor.world.recover();
    await visitor.presses('Try again safely');
    await visitor.seesBuilding('Silo 3');
  },
};
