import type { Meta, StoryObj } from '@storybook/react-vite';
import { Findings } from '../../support/Findings.tsx';
import { visitorOf } from '../../support/visitor.ts';

const meta = { title: 'Statuses/Any other status' } satisfies Meta;
export default meta;

/** A status that Cobalt does not document, such as 451. */
export const Read: StoryObj = {
  parameters: { cobalt: { fault: { status: 451, body: '' } } },
  render: () => <Findings />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.reads('Something went wrong', "Cobalt gave an answer this app doesn't know.");
    visitor.world.recover();
    await visitor.presses('Try again');
    await visitor.seesFindings();
  },
};
