import { CobaltErrorBoundary, CobaltErrorView, TooManyRequestsError, useFindings } from 'cobalt-react';
import { Profiler, type ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pass } from '../../query/start.tsx';
import { READ } from '../errors.ts';
import { listen, openPage, seconds, stopTheClock } from './page.tsx';

beforeEach(stopTheClock);

const MANY = 200;

function Findings({ limit }: { readonly limit: number }): ReactNode {
  return <p>{useFindings({ limit }).data ? 'findings' : 'waiting'}</p>;
}

const widgets = Array.from({ length: MANY }, (_, limit) => (
  <CobaltErrorBoundary key={limit}>
    <Findings limit={limit + 1} />
  </CobaltErrorBoundary>
));

describe('two hundred widgets that fail at once', () => {
  it('are one announcement', async () => {
    const { show } = openPage(null, {}, {}, ({ cobalt }) => cobalt.faults.add({ status: 404 }));
    const { lines } = listen();
    await pass(1000);
    show(widgets);
    await seconds(10);
    expect(lines.map((line) => line.replace(/^\d+ /, ''))).toEqual([
      "polite: 200 parts of this page couldn't load.",
    ]);
  });

  it('share one banner and one clock, and no tick renders any of them', async () => {
    const renders = vi.fn();
    const { show, container } = openPage(null, {}, {}, ({ cobalt }) => cobalt.faults.add({ status: 429 }));
    const { lines } = listen();
    await pass(1000);
    show(
      <Profiler id="widgets" onRender={renders}>
        {widgets}
      </Profiler>,
    );
    await seconds(8);
    expect(container.querySelectorAll('[data-part="placeholder"]')).toHaveLength(MANY);
    expect(container.querySelectorAll('[role="timer"]')).toHaveLength(1);
    renders.mockClear();
    const timers = vi.spyOn(globalThis, 'setTimeout');
    await seconds(10);
    expect(renders).not.toHaveBeenCalled();
    // One timer a second, set anew by its own tick.
    expect(timers.mock.calls.filter(([, ms]) => ms !== undefined && ms > 500).length).toBeLessThanOrEqual(11);
    expect(lines).toHaveLength(1);
  });

  it('tick in their clocks alone, where each shows its own', async () => {
    const retryAt = Date.now() + 50_000;
    // Each render of a view says its title.
    const title = vi.fn(() => 'Paused');
    const { container } = openPage(
      Array.from({ length: MANY }, (_, index) => (
        <CobaltErrorView
          key={index}
          error={new TooManyRequestsError({ ...READ, retryAt })}
          onRetry={() => undefined}
        />
      )),
      { banner: false, messages: { 'rateLimited.read.title': title } },
    );
    const clocks = [...container.querySelectorAll('[data-part="countdown-value"]')];
    expect(clocks).toHaveLength(MANY);
    expect(title.mock.calls.length).toBeGreaterThanOrEqual(MANY);
    title.mockClear();
    let elsewhere = 0;
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        if (!(target.parentElement ?? (target as Element)).closest('[role="timer"]')) elsewhere += 1;
      }
    });
    observer.observe(container, { subtree: true, childList: true, characterData: true, attributes: true });
    const timers = vi.spyOn(globalThis, 'setTimeout');
    await seconds(10);
    observer.disconnect();
    expect(elsewhere).toBe(0);
    expect(title).not.toHaveBeenCalled();
    expect(timers.mock.calls.filter(([, ms]) => ms !== undefined && ms > 500).length).toBeLessThanOrEqual(11);
    expect(clocks[0]).toHaveTextContent('40 seconds');
  });
});
