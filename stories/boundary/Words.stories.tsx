import type { Meta, StoryObj } from '@storybook/react-vite';
import { CobaltErrorView, CobaltUI } from 'cobalt-react';
import { type ReactNode, useState } from 'react';
import { expect, within } from 'storybook/test';
import { everyError } from './errors.ts';

const meta = { title: 'Words and languages', parameters: { cobalt: { ui: false } } } satisfies Meta;
export default meta;

interface TwoViewsProps {
  /** For the first of them. */
  readonly messages?: Readonly<Record<string, string>>;
}

function TwoViews({ messages }: TwoViewsProps): ReactNode {
  const [examples] = useState(() => everyError(Date.now()));
  const read = (status: string) => examples.find(({ name }) => name.startsWith(status))!.read;
  return (
    <main className="page">
      <CobaltErrorView error={read('404')} messages={messages} />
      <CobaltErrorView error={read('500')} onRetry={() => undefined} />
    </main>
  );
}

const titlesIn = (canvasElement: HTMLElement): (string | null)[] =>
  within(canvasElement)
    .getAllByRole('heading')
    .map(({ textContent }) => textContent);

/** The first view has words of its own, the second those of the library. */
export const OneView: StoryObj = {
  render: () => (
    <TwoViews
      messages={{ 'notFound.title': 'No such finding', 'notFound.body': 'Ask whoever sent you the link.' }}
    />
  ),
  play: async ({ canvasElement }) => {
    await expect(titlesIn(canvasElement)).toEqual(['No such finding', 'Error: Cobalt had a problem']);
  },
};

/** Said once, for everything below `CobaltUI`. */
export const AllViews: StoryObj = {
  render: () => (
    <CobaltUI
      service="The pentest desk"
      messages={{ 'action.tryAgain': 'Once more', 'server.read.title': '{service} stumbled' }}
    >
      <TwoViews />
    </CobaltUI>
  ),
  play: async ({ canvasElement }) => {
    await expect(titlesIn(canvasElement)).toContain('Error: The pentest desk stumbled');
    await expect(within(canvasElement).getByRole('button', { name: 'Once more' })).toBeVisible();
  },
};
