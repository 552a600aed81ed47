import type { Meta, StoryObj } from '@storybook/react-vite';
import { faultScenarios } from 'cobalt-react/testing';
import { Buildings } from '../../support/Buildings.tsx';
import { Findings } from '../../support/Findings.tsx';
import { visitorOf } from '../../support/visitor.ts';

const meta = { title: 'Statuses/Timeout' } satisfies Meta;
export default meta;

export const Read: StoryObj = {
  parameters: { cobalt: { fault: 'hang', timeoutMs: 1000 } },
  render: () => <Findings />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.reads(
      'This is taking too long',
      "Cobalt didn't answer within 1 second, so the app stopped waiting.",
    );
    visitor.world.recover();
    await visitor.presses('Try again');
    await visitor.seesFindings();
  },
};

export const Write: StoryObj = {
  parameters: { cobalt: { fault: { ...faultScenarios.hang, method: 'POST' }, timeoutMs: 1000 } },
  render: () => <Buildings />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.types('Title', 'Signal box');
    await visitor.presses('Add building');
    await visitor.reads(
      "We can't confirm this was saved",
      'No answer came back within 1 second. It may or may not have gone through.',
      'Your answers are still here.',
    );
    visitor.world.recover();
    await visitor.presses('Try again safely');
    await visitor.seesBuilding('Signal box');
  },
};
