import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { Buildings } from '../../support/Buildings.tsx';
import { Findings } from '../../support/Findings.tsx';
import { visitorOf } from '../../support/visitor.ts';

const meta = { title: 'Statuses/422 A value was not accepted' } satisfies Meta;
export default meta;

/** Nothing is simulated here: the mock refuses an empty title, as Cobalt does. */
export const FieldsOfAForm: StoryObj = {
  render: () => <Buildings />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.presses('Add building');
    const panel = await visitor.reads('One thing to change', 'Your answers are still here.');
    await userEvent.click(within(panel).getByRole('link', { name: 'Title' }));
    await expect(within(context.canvasElement).getByLabelText('Title')).toHaveFocus();
    await visitor.types('Title', 'Warehouse 12');
    await visitor.presses('Add building');
    await visitor.seesBuilding('Warehouse 12');
  },
};

/** The answer names no field. */
export const WithoutFields: StoryObj = {
  parameters: {
    cobalt: { fault: { status: 422, method: 'POST', body: { message: 'Unprocessable' } } },
  },
  render: () => <Buildings />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.types('Title', 'Warehouse');
    await visitor.presses('Add building');
    await visitor.reads(
      'One thing to change',
      "One of the values couldn't be accepted. Check them and save again.",
    );
    visitor.world.recover();
    await visitor.types('Title', 'Warehouse 13');
    await visitor.presses('Add building');
    await visitor.seesBuilding('Warehouse 13');
  },
};

export const Read: StoryObj = {
  parameters: { cobalt: { fault: { status: 422, body: '' } } },
  render: () => <Findings />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.reads('One thing to change');
    visitor.world.recover();
    await visitor.presses('Try again');
    await visitor.seesFindings();
  },
};
