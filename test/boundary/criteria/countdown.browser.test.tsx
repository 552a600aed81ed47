import { act, render } from '@testing-library/react';
import {
  CobaltErrorBoundary,
  CobaltErrorView,
  CobaltProvider,
  CobaltUI,
  TooManyRequestsError,
  useFindings,
} from 'cobalt-react';
import { ar } from 'cobalt-react/locales/ar';
import { de } from 'cobalt-react/locales/de';
import { fr } from 'cobalt-react/locales/fr';
import 'cobalt-react/styles.css';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { pass, start } from '../../query/start.tsx';
import { READ } from '../errors.ts';
import { frames, openPage, press, seconds, stopTheClock } from './page.tsx';

beforeEach(stopTheClock);

function Findings(): ReactNode {
  return <p>{useFindings({ limit: 5 }, { retryDelay: 60_000 }).data ? 'findings' : 'waiting'}</p>;
}

const inBoundary = (
  <CobaltErrorBoundary>
    <Findings />
  </CobaltErrorBoundary>
);

const has = (name: string): boolean =>
  [...document.querySelectorAll('button')].some(({ textContent }) => textContent === name);

describe('criterion 15: what goes on by itself can be stopped', () => {
  it.each([
    ['a cooldown', { status: 429 }, 'Stop automatic retry', 'Try now', 1],
    ['maintenance', { status: 503 }, 'Stop checking', 'Check now', 0],
    ['an announced end', { status: 503, headers: { 'Retry-After': '90' } }, 'Stop checking', 'Check now', 0],
  ])(
    '%s: no request and no tick for five minutes, and the same for the next one',
    async (_, fault, stop, goOn, changes) => {
      const { cobalt, container, queryClient } = openPage(inBoundary, {}, {}, ({ cobalt }) =>
        cobalt.faults.add(fault),
      );
      await seconds(2);
      expect(has(stop)).toBe(true);
      await press(stop);
      const banner = container.querySelector('[data-variant="banner"]')!;
      expect(banner).toHaveAttribute('data-phase', 'stopped');
      expect(has(stop)).toBe(false);
      const requests = cobalt.requests.length;
      const changedAt = new Set<number>();
      let second = 0;
      const observer = new MutationObserver(() => changedAt.add(second));
      observer.observe(banner, { subtree: true, childList: true, characterData: true, attributes: true });
      for (; second < 300; second++) await pass(1000);
      observer.disconnect();
      expect(cobalt.requests).toHaveLength(requests);
      // A wait that is over can be tried by hand from then on, and says so: one change, and none for maintenance.
      expect(changedAt.size).toBe(changes);
      expect(has(goOn)).toBe(true);

      // The person goes on, it works; the next time it does not begin again by itself.
      cobalt.faults.clear();
      await press(goOn);
      await seconds(3);
      expect(container).toHaveTextContent('findings');
      cobalt.faults.add(fault);
      await act(async () => void queryClient.refetchQueries());
      await seconds(1);
      expect(container.querySelector('[data-variant="banner"]')).toHaveAttribute('data-phase', 'stopped');
      const before = cobalt.requests.length;
      await seconds(300);
      expect(cobalt.requests).toHaveLength(before);
    },
  );

  it('stopped in a view without a banner, nothing is asked or counted either', async () => {
    const world = start();
    world.cobalt.faults.add({ status: 429 });
    const { container } = render(inBoundary, { wrapper: world.wrapper });
    await seconds(2);
    await press('Stop automatic retry');
    const requests = world.cobalt.requests.length;
    const clock = (): number => container.querySelectorAll('[role="timer"]').length;
    expect(clock()).toBe(0);
    await seconds(300);
    expect(clock()).toBe(0);
    expect(world.cobalt.requests).toHaveLength(requests);
  });

  it('is kept for the next wait, in another view and for another organization', async () => {
    const { cobalt, client, wrapper, queryClient } = start();
    cobalt.faults.add({ status: 429 });
    const { rerender } = render(inBoundary, { wrapper });
    await seconds(2);
    await press('Stop automatic retry');
    cobalt.faults.clear();
    await seconds(70);
    await press('Try now');
    await seconds(3);
    cobalt.faults.add({ status: 429 });
    const other = client.withOrganization(cobalt.data.organizations[1]!.id);
    rerender(
      <CobaltProvider client={other}>
        <CobaltUI>{inBoundary}</CobaltUI>
      </CobaltProvider>,
    );
    await act(async () => void queryClient.refetchQueries());
    await seconds(2);
    expect(document.querySelector('[data-kind="rate-limited"]')).toHaveAttribute('data-phase', 'stopped');
    const before = cobalt.requests.length;
    await seconds(300);
    expect(cobalt.requests).toHaveLength(before);
  });

  it.each([
    ['a cooldown', { status: 429, times: 3 }, 'Stop automatic retry', ['waiting', 'stopped']],
    ['maintenance', { status: 503, delayMs: 1500, times: 3 }, 'Stop checking', ['waiting', 'retrying']],
  ])(
    '%s: is there whenever something waits or tries by itself, and never where nothing does',
    async (_, fault, stop, phases) => {
      const { cobalt } = openPage(inBoundary, {}, {}, ({ cobalt }) => cobalt.faults.add(fault));
      await seconds(4);
      const seen = new Set<string>();
      for (let second = 0; second < 240; second++) {
        const phase = document.querySelector('[data-part="root"]')?.getAttribute('data-phase');
        const isByItself = phase === 'waiting' || phase === 'retrying';
        expect(has(stop), `${String(second)}: ${String(phase)}`).toBe(isByItself);
        if (phase) seen.add(phase);
        await pass(1000);
      }
      expect([...seen]).toEqual(phases);
      expect(cobalt.faults.active).toEqual([]);
    },
  );
});

describe('criterion 17: no tick moves anything', () => {
  const locales = ['en', 'de', 'fr', 'es', 'pt-BR', 'pl', 'ja', 'zh-Hans', 'ar', 'he'];
  const messages = { de, fr, ar } as const;

  it('60 ticks in ten languages, from minutes down to nothing', async () => {
    const retryAt = Date.now() + 63_000;
    const { container } = openPage(
      locales.map((locale) => (
        <div key={locale} dir={locale === 'ar' || locale === 'he' ? 'rtl' : 'ltr'} lang={locale}>
          <CobaltUI locale={locale} messages={messages[locale as keyof typeof messages]} banner={false}>
            <CobaltErrorView
              error={new TooManyRequestsError({ ...READ, retryAt, limit: 100 })}
              presentation="strip"
            />
          </CobaltUI>
        </div>
      )),
      { banner: false },
    );
    await frames();
    const shifts: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as PerformanceEntry & { value: number }).value);
    });
    observer.observe({ type: 'layout-shift' });
    const clocks = [...container.querySelectorAll<HTMLElement>('[role="timer"]')];
    const places = (): string[] =>
      clocks.map((clock) => {
        const { left, top, width, height } = clock.getBoundingClientRect();
        return [left, top, width, height].join(' ');
      });
    const before = places();
    const texts = new Set<string>();
    for (let tick = 0; tick < 62; tick++) {
      await pass(1000);
      await frames();
      expect(places()).toEqual(before);
      texts.add(
        clocks.map((clock) => clock.querySelector('[data-part="countdown-value"]')!.textContent).join(),
      );
    }
    observer.disconnect();
    expect(texts.size).toBeGreaterThan(58);
    expect(shifts).toEqual([]);
  });
});
