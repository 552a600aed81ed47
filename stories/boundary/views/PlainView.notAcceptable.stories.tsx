import type { Meta, StoryObj } from '@storybook/react-vite';
import { faultScenarios } from 'cobalt-react/testing';
import { FindingPage } from '../../support/FindingPage.tsx';
import { visitorOf } from '../../support/visitor.ts';

const meta = { title: 'Statuses/406 Not acceptable' } satisfies Meta;
export default meta;

export const Read: StoryObj = {
  parameters: { cobalt: { ui: false, fault: { ...faultScenarios.notAcceptable, path: /^\/findings\/./ } } },
  render: () => <FindingPage />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.reads(
      "This can't be shown",
      "The app asked Cobalt for a format it doesn't provide. Trying again won't help.",
    );
    await visitor.doesNotFind('Try again');
    await visitor.presses('Go back');
    await visitor.seesFindings();
  },
};
