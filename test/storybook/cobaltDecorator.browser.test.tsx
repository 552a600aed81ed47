import { QueryClient } from '@tanstack/react-query';
import { render, waitFor, within } from '@testing-library/react';
import { CobaltErrorBoundary, CobaltErrorView, useAssets } from 'cobalt-react';
import {
  cobaltDecorator,
  cobaltGlobalTypes,
  type CobaltParameters,
  simulations,
  worldOf,
} from 'cobalt-react/storybook';
import type { ReactElement, ReactNode } from 'react';
import { expect, it } from 'vitest';
import { allowConsole } from '../setup/console.ts';

/** Behaviour 25: each kind can be triggered from a story, without a service worker. Storybook itself runs the project's own stories so. */

function Assets(): ReactNode {
  const { data, error, refetch } = useAssets({ limit: 3 });
  return (
    <>
      <CobaltErrorView error={error} onRetry={refetch} />
      {data?.items.map(({ id, title }) => (
        <p key={id} data-asset>
          {title}
        </p>
      ))}
    </>
  );
}

const Story = (): ReactElement => (
  <CobaltErrorBoundary>
    <Assets />
  </CobaltErrorBoundary>
);

const assetsIn = (canvas: Element): number => canvas.querySelectorAll('[data-asset]').length;

interface Opened {
  readonly canvas: HTMLElement;
  readonly turn: (globals: Readonly<Record<string, unknown>>) => void;
}

function open(id: string, parameters: CobaltParameters = {}, globals = {}): Opened {
  const decorator = cobaltDecorator();
  const canvasElement = document.createElement('div');
  document.body.append(canvasElement);
  const storyOf = (now: Readonly<Record<string, unknown>>): ReactElement =>
    decorator(Story, { id, canvasElement, parameters: { cobalt: parameters }, globals: now });
  const { rerender } = render(storyOf(globals), { container: canvasElement });
  return { canvas: canvasElement, turn: (now) => rerender(storyOf(now)) };
}

it.each(Object.keys(simulations).filter((name) => name !== 'none'))(
  '"%s" of the toolbar breaks a story, and "All is well" mends it',
  async (name) => {
    allowConsole('error', /Error/);
    const { canvas, turn } = open(`broken-${name}`, { timeoutMs: 300 }, { cobaltStatus: name });
    await waitFor(() => expect(canvas.querySelector('[data-cobalt][data-kind]')).not.toBeNull(), {
      timeout: 20_000,
    });
    expect(assetsIn(canvas)).toBe(0);
    turn({ cobaltStatus: 'none' });
    await waitFor(() => expect(assetsIn(canvas)).toBe(3), { timeout: 20_000 });
    expect(await navigator.serviceWorker.getRegistrations()).toEqual([]);
  },
);

it('offers all of it in a menu', () => {
  const { items } = cobaltGlobalTypes.cobaltStatus.toolbar;
  expect(items.map(({ value }) => value).sort()).toEqual(Object.keys(simulations).sort());
  expect(items.length).toBeGreaterThanOrEqual(20);
});

it('breaks what a story names, until it recovers, and no story beside it', async () => {
  allowConsole('error', /NotFoundError/);
  const broken = open('broken', { fault: 'notFound' });
  const whole = open('whole');
  await within(broken.canvas).findByText("We couldn't find this");
  await waitFor(() => expect(assetsIn(whole.canvas)).toBe(3));
  const { recover, queryClient, mock } = worldOf(broken.canvas);
  recover();
  await queryClient.refetchQueries();
  expect(mock.requests.at(-1)).toMatchObject({ path: '/assets', status: 200 });
  expect(worldOf(whole.canvas).mock).not.toBe(mock);
});

it('waits as long as the toolbar says, and takes the app’s own QueryClient and words', async () => {
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: 5000 } } });
  const decorator = cobaltDecorator({
    createQueryClient: () => queryClient,
    ui: ({ globals }) => ({ messages: { 'notFound.title': String(globals['title']) } }),
  });
  allowConsole('error', /NotFoundError/);
  const canvasElement = document.createElement('div');
  document.body.append(canvasElement);
  const context = { id: 'own', canvasElement, parameters: { cobalt: { fault: 'notFound' } } };
  const began = Date.now();
  render(decorator(Story, { ...context, globals: { cobaltDelay: '500', title: 'Nothing here' } }), {
    container: canvasElement,
  });
  await within(canvasElement).findByText('Nothing here');
  expect(Date.now() - began).toBeGreaterThanOrEqual(500);
  expect(worldOf(canvasElement).queryClient).toBe(queryClient);
});

it('has no world where no story is', () => {
  expect(() => worldOf(document.body)).toThrow('cobaltDecorator()');
});
