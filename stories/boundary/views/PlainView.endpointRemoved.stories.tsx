import type { Meta, StoryObj } from '@storybook/react-vite';
import { faultScenarios } from 'cobalt-react/testing';
import { FindingPage } from '../../support/FindingPage.tsx';
import { visitorOf } from '../../support/visitor.ts';

const meta = { title: 'Statuses/410 Endpoint removed' } satisfies Meta;
export default meta;

/** Only a newer app helps here, but the other pages still work. */
export const Read: StoryObj = {
  parameters: { cobalt: { ui: false, fault: { ...faultScenarios.gone, path: /^\/findings\/./ } } },
  render: () => <FindingPage />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.reads(
      'This feature has been retired',
      'Cobalt no longer offers what this page uses. The app needs an update.',
      'Other pages are not affected.',
    );
    await visitor.doesNotFind('Try again');
    await visitor.presses('All findings');
    await visitor.seesFindings();
  },
};
