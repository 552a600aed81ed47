import type { Meta, StoryObj } from '@storybook/react-vite';
import { faultScenarios } from 'cobalt-react/testing';
import { Buildings } from '../../support/Buildings.tsx';
import { Findings } from '../../support/Findings.tsx';
import { visitorOf } from '../../support/visitor.ts';

const meta = { title: 'Statuses/Unreadable answer' } satisfies Meta;
export default meta;

const body =
  'Cobalt answered, but not in the expected form. A sign-in page, proxy or network filter can cause this.';

/** A sign-in page of a network, with status 200. */
export const HtmlPage: StoryObj = {
  parameters: { cobalt: { fault: 'htmlPage' } },
  render: () => <Findings />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.reads("The answer couldn't be read", body);
    visitor.world.recover();
    await visitor.presses('Try again');
    await visitor.seesFindings();
  },
};

export const BrokenJson: StoryObj = {
  ...HtmlPage,
  parameters: { cobalt: { fault: 'brokenJson' } },
};

export const Write: StoryObj = {
  parameters: { cobalt: { fault: { ...faultScenarios.htmlPage, method: 'POST' } } },
  render: () => <Buildings />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.types('Title', 'Tower B');
    await visitor.presses('Add building');
    await visitor.reads("We can't confirm this was saved", body);
    visitor.world.recover();
    await visitor.presses('Try again safely');
    await visitor.seesBuilding('Tower B');
  },
};
