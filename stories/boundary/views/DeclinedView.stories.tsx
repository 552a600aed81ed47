import type { Meta, StoryObj } from '@storybook/react-vite';
import { faultScenarios } from 'cobalt-react/testing';
import { FindingPage } from '../../support/FindingPage.tsx';
import { visitorOf } from '../../support/visitor.ts';

const meta = { title: 'Statuses/418 Declined', render: () => <FindingPage /> } satisfies Meta;
export default meta;

const title = 'Cobalt declined this request';

export const Read: StoryObj = {
  parameters: {
    cobalt: { ui: false, fault: { ...faultScenarios.teapot, body: '', path: /^\/findings\/./ } },
  },
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.reads(title, 'No reason was given. Sending it again is unlikely to help.');
    await visitor.doesNotFind('Try again');
    await visitor.presses('Go back');
    await visitor.seesFindings();
  },
};

/** Where the server did say something, its own words stand there, as text. */
export const WriteWithAReason: StoryObj = {
  parameters: { cobalt: { ui: false, fault: { ...faultScenarios.teapot, method: 'PATCH' } } },
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.presses('Mark as fixed');
    await visitor.reads(
      title,
      'Sending it again is unlikely to help.',
      'short and stout',
      'Nothing was saved by this attempt.',
    );
    await visitor.presses('Go back');
    await visitor.seesFindings();
  },
};
