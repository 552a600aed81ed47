import type { Meta, StoryObj } from '@storybook/react-vite';
import { faultScenarios } from 'cobalt-react/testing';
import { FindingPage } from '../../support/FindingPage.tsx';
import { visitorOf } from '../../support/visitor.ts';

const meta = { title: 'Statuses/405 Method not allowed' } satisfies Meta;
export default meta;

/** A mistake of the app: the person can go back, and report it. */
export const Write: StoryObj = {
  parameters: { cobalt: { ui: false, fault: { ...faultScenarios.methodNotAllowed, method: 'PATCH' } } },
  render: () => <FindingPage />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.presses('Mark as fixed');
    await visitor.reads(
      "This action isn't available here",
      "The app asked for it in a way Cobalt doesn't accept.",
      'Nothing was changed.',
    );
    await visitor.presses('Go back');
    await visitor.seesFindings();
  },
};
