import type { Meta, StoryObj } from '@storybook/react-vite';
import { CobaltUI } from 'cobalt-react';
import { faultScenarios } from 'cobalt-react/testing';
import { expect, within } from 'storybook/test';
import { Buildings } from '../../support/Buildings.tsx';
import { visitorOf } from '../../support/visitor.ts';

const meta = { title: 'Statuses/409 Already sent', render: () => <Buildings /> } satisfies Meta;
export default meta;

const title = 'This was already sent';

/** The first answer was lost on its way; the second try finds that the first one did arrive. */
export const AfterALostAnswer: StoryObj = {
  parameters: { cobalt: { fault: { ...faultScenarios.lostAnswer, method: 'POST', times: 1 } } },
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.types('Title', 'Pier 7');
    await visitor.presses('Add building');
    await visitor.reads("We can't confirm this was saved");
    await visitor.presses('Try again safely');
    await visitor.reads(
      title,
      'Your first try did arrive: look in the list, it is probably there.',
      'No second copy was made by this attempt.',
    );
    await visitor.presses('Hide');
    await visitor.seesBuilding('Pier 7');
  },
};

/** An app that says where its list is leads there first. */
export const CheckTheList: StoryObj = {
  parameters: { cobalt: { ui: false, fault: { ...faultScenarios.conflict, method: 'POST' } } },
  render: () => (
    <CobaltUI onCheckList={() => document.getElementById('buildings')?.focus()}>
      <Buildings />
    </CobaltUI>
  ),
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.types('Title', 'Pier 9');
    await visitor.presses('Add building');
    await visitor.reads(title);
    await visitor.presses('Check the list');
    await expect(within(context.canvasElement).getByRole('list', { name: 'Buildings' })).toHaveFocus();
  },
};

/** Sent a second time only by who says so twice. */
export const AsANewRequest: StoryObj = {
  parameters: { cobalt: { fault: { ...faultScenarios.conflict, method: 'POST' } } },
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.types('Title', 'Pier 8');
    await visitor.presses('Add building');
    await visitor.reads(
      title,
      "A request with the same reference reached Cobalt in the last few minutes, so it wasn't sent again.",
    );
    visitor.world.recover();
    await visitor.presses('Send as a new request');
    await visitor.presses('Yes, send it a second time');
    await visitor.seesBuilding('Pier 8');
  },
};
