import type { Meta, StoryObj } from '@storybook/react-vite';
import { faultScenarios } from 'cobalt-react/testing';
import { expect, waitFor } from 'storybook/test';
import { Buildings } from '../../support/Buildings.tsx';
import { FindingPage } from '../../support/FindingPage.tsx';
import { Findings } from '../../support/Findings.tsx';
import { visitorOf } from '../../support/visitor.ts';

const meta = { title: 'Statuses/500, 502 Cobalt had a problem' } satisfies Meta;
export default meta;

const title = 'Cobalt had a problem';

/** Seen only after two silent tries. */
export const Read: StoryObj = {
  parameters: { cobalt: { fault: 'serverError' } },
  render: () => <Findings />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.reads(title, "It couldn't load this just now.");
    visitor.world.recover();
    await visitor.presses('Try again');
    await visitor.seesFindings();
  },
};

/** From the second failure on it can be reported. */
export const ReadTwice: StoryObj = {
  parameters: { cobalt: { fault: 'serverError' } },
  render: () => <Findings />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.reads(title);
    await visitor.presses('Try again');
    await visitor.sees('Report this');
    visitor.world.recover();
    await visitor.presses('Try again');
    await visitor.seesFindings();
  },
};

/** A gateway before Cobalt answers with a page of its own. */
export const Read502: StoryObj = {
  ...Read,
  name: 'Read, 502',
  parameters: { cobalt: { fault: 'badGateway' } },
};

/** The key makes it safe: sent again, it cannot become a second building. */
export const Write: StoryObj = {
  parameters: { cobalt: { fault: { ...faultScenarios.serverError, method: 'POST' } } },
  render: () => <Buildings />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.types('Title', 'Depot East');
    await visitor.presses('Add building');
    await visitor.reads(
      "We can't confirm this was saved",
      'Cobalt had a problem while handling it.',
      'Your answers are still here.',
    );
    visitor.world.recover();
    await visitor.presses('Try again safely');
    await visitor.seesBuilding('Depot East');
  },
};

/** A change has no key: the person looks first, and sends it again only where it did not go through. */
export const WriteWithoutAKey: StoryObj = {
  parameters: { cobalt: { ui: false, fault: { ...faultScenarios.serverError, method: 'PATCH' } } },
  render: () => <FindingPage />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.presses('Mark as fixed');
    await visitor.reads("We can't confirm this was saved");
    visitor.world.recover();
    await visitor.sees('Look whether it went through. Send it again only if it did not.');
    await visitor.presses('It did not go through: send it again');
    await waitFor(() => expect(context.canvasElement.querySelector('[data-cobalt]')).toBeNull());
    await visitor.sees('State: check_fix');
  },
};
