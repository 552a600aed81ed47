import type { Meta, StoryObj } from '@storybook/react-vite';
import { CobaltErrorView } from 'cobalt-react';
import { expect } from 'storybook/test';
import { Findings } from '../support/Findings.tsx';
import { visitorOf } from '../support/visitor.ts';

const meta = {
  title: 'Components/CobaltErrorView',
  component: CobaltErrorView,
  tags: ['autodocs'],
} satisfies Meta<typeof CobaltErrorView>;
export default meta;

type Story = StoryObj<typeof CobaltErrorView>;

/** A refetch fails: the rows stay, and a strip above them says how old they are. */
export const StripOverData: Story = {
  render: () => <Findings />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.seesFindings();
    const rows = context.canvasElement.querySelector('.rows');
    const mend = visitor.world.mock.faults.add({ status: 500 });
    void visitor.world.queryClient.invalidateQueries();
    const strip = await visitor.reads('Cobalt had a problem', /^Loaded at /);
    await expect(strip).toHaveAttribute('data-variant', 'strip');
    await expect(context.canvasElement.querySelector('.rows')).toBe(rows);
    mend();
    await visitor.presses('Try again');
    await visitor.seesFindings();
  },
};
