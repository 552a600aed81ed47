import type { Meta, StoryObj } from '@storybook/react-vite';
import { faultScenarios } from 'cobalt-react/testing';
import { FindingPage } from '../../support/FindingPage.tsx';
import { visitorOf } from '../../support/visitor.ts';

const meta = { title: 'Statuses/403 No access' } satisfies Meta;
export default meta;

const title = 'This is outside your access';

/** Asking again would change nothing, so there is no such button: another organization is the way out. */
export const Read: StoryObj = {
  parameters: { cobalt: { ui: false, fault: { ...faultScenarios.forbidden, path: /^\/findings\/./ } } },
  render: () => <FindingPage />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.reads(
      title,
      "Your account is connected, but it can't open this. An organization owner can change that.",
      'The rest of the app still works.',
    );
    await visitor.doesNotFind('Try again');
    await visitor.presses('Switch organization');
    await visitor.sees('Helios Health Group');
    await visitor.seesFindings();
  },
};

/** May be read, but not changed. */
export const Write: StoryObj = {
  parameters: { cobalt: { ui: false, fault: { ...faultScenarios.forbidden, method: 'PATCH' } } },
  render: () => <FindingPage />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.presses('Mark as fixed');
    await visitor.reads(
      title,
      "Your account is connected, but it can't change this. An organization owner can change that.",
      'Nothing was changed. The rest of the app still works.',
    );
    await visitor.presses('Go back');
    await visitor.seesFindings();
  },
};
