import type { Meta, StoryObj } from '@storybook/react-vite';
import { faultScenarios } from 'cobalt-react/testing';
import { FindingPage } from '../../support/FindingPage.tsx';
import { visitorOf } from '../../support/visitor.ts';

const meta = {
  title: 'Statuses/404 Not found',
  parameters: { cobalt: { ui: false, fault: { ...faultScenarios.notFound, path: /^\/findings\/./ } } },
  render: () => <FindingPage />,
} satisfies Meta;
export default meta;

const title = "We couldn't find this";
const body = 'It may have been removed or moved, or belong to another organization.';

export const BackToTheList: StoryObj = {
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.reads(title, body);
    await visitor.doesNotFind('Try again');
    await visitor.presses('Back to the list');
    await visitor.seesFindings();
  },
};

export const AnotherOrganization: StoryObj = {
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.reads(title, body);
    await visitor.presses('Switch organization');
    await visitor.sees('Helios Health Group');
    await visitor.seesFindings();
  },
};
