import { act } from '@testing-library/react';
import {
  type AnyCobaltError,
  CobaltErrorBoundary,
  CobaltErrorView,
  InternalServerError,
  TooManyRequestsError,
  useFindings,
} from 'cobalt-react';
import { type ReactNode, StrictMode } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { pass } from '../../query/start.tsx';
import { CREATE, looks, READ, WRITE } from '../errors.ts';
import { listen, liveRegions, openPage, seconds, stopTheClock } from './page.tsx';

beforeEach(stopTheClock);

function Findings({ limit = 5 }: { readonly limit?: number }): ReactNode {
  return <p>{useFindings({ limit }).data ? 'findings' : 'waiting'}</p>;
}

const inBoundary = (
  <CobaltErrorBoundary>
    <Findings />
  </CobaltErrorBoundary>
);

/** Sentences are this far from each other, but for the end, which comes when it comes. */
function expectApart(lines: readonly string[]): void {
  const times = lines.slice(0, -1).map((line) => parseInt(line));
  for (const [index, time] of times.slice(1).entries())
    expect(time - times[index]!, lines[index + 1]).toBeGreaterThanOrEqual(20);
}

const withoutTime = (lines: readonly string[]): string[] => lines.map((line) => line.replace(/^\d+ /, ''));

describe('criterion 9: the announcer is there first', () => {
  it('is in the page and empty before the first error, and gets its text later', async () => {
    const { show } = openPage(null);
    const regions = [...document.querySelectorAll('[aria-live]')];
    expect(regions.map((region) => region.getAttribute('aria-live'))).toEqual(['polite', 'assertive']);
    expect(regions.map(({ textContent }) => textContent)).toEqual(['', '']);
    const { lines } = listen();
    await pass(1000);
    show(<CobaltErrorView error={new InternalServerError(WRITE)} />);
    expect(lines).toEqual([]);
    await pass(200);
    expect(lines).toHaveLength(1);
    expect(regions.every(({ isConnected }) => isConnected)).toBe(true);
  });
});

describe('criterion 10: what is said of a countdown', () => {
  it('60 seconds: start, half, end; the first two 20 seconds apart or more', async () => {
    const { container } = openPage(inBoundary, {}, {}, ({ cobalt }) =>
      cobalt.faults.add({ status: 429, times: 1 }),
    );
    const { lines } = listen();
    await seconds(75);
    expect(container).toHaveTextContent('findings');
    expect(withoutTime(lines)).toEqual([
      'polite: Loading is paused for a moment. Trying again in about 1 minute.',
      'polite: Trying again in about 30 seconds.',
      'polite: Loading works again.',
    ]);
    expectApart(lines);
  });

  it('60 seconds of a save: at once, half, end', async () => {
    const { show } = openPage(null);
    const { lines } = listen();
    await pass(1000);
    show(<CobaltErrorView error={new TooManyRequestsError({ ...CREATE, retryAt: Date.now() + 60_000 })} />);
    await seconds(75);
    expect(withoutTime(lines)).toEqual([
      'assertive: Saving is paused for a moment. You can save in about 1 minute.',
      'polite: You can save in about 30 seconds.',
      'polite: You can save now.',
    ]);
    expectApart(lines);
  });

  it('300 seconds: four at the most', async () => {
    openPage(inBoundary, {}, {}, ({ cobalt }) =>
      cobalt.faults.add({ status: 429, times: 1, headers: { 'Retry-After': '300' } }),
    );
    const { lines } = listen();
    await seconds(380);
    expect(withoutTime(lines)).toEqual([
      'polite: Loading is paused for a moment. Trying again in about 5 minutes.',
      'polite: Trying again in about 3 minutes.',
      'polite: Trying again in about 30 seconds.',
      'polite: Loading works again.',
    ]);
    expectApart(lines);
  });

  it('refused again and again: still paused, once each; the third hands over, and nothing claims that it works', async () => {
    const { cobalt } = openPage(inBoundary, {}, {}, ({ cobalt }) =>
      cobalt.faults.add({ status: 429, times: 3 }),
    );
    const { lines } = listen();
    await seconds(300);
    expect(withoutTime(lines)).toEqual([
      'polite: Loading is paused for a moment. Trying again in about 1 minute.',
      'polite: Trying again in about 30 seconds.',
      'polite: Still paused. Trying again in about 1 minute.',
      'polite: Still paused. You can try again yourself in about 1 minute.',
    ]);
    expectApart(lines);
    expect(cobalt.requests.filter(({ path }) => path === '/findings')).toHaveLength(3);
  });
});

describe('criterion 11: ticks are silent', () => {
  it('60 visible ticks change nothing in a live region', async () => {
    const { container } = openPage(inBoundary, {}, {}, ({ cobalt }) =>
      cobalt.faults.add({ status: 429, times: 1, headers: { 'Retry-After': '75' } }),
    );
    const heard = listen();
    const clock = (): string => container.querySelector('[data-part="countdown-value"]')!.textContent;
    await seconds(2);
    while (clock() !== '60 seconds') await pass(1000);
    const seen = new Set<string>();
    for (let second = 0; second < 60; second++) {
      seen.add(clock());
      await pass(1000);
    }
    expect(seen.size).toBe(60);
    // The start and the half, each put in and taken out: the ticks beside them were nothing.
    expect(heard.lines).toHaveLength(2);
    expect(heard.mutations()).toBe(4);
    // And none came with the clock, to tick unheard by this test.
    expect(liveRegions()).toHaveLength(2);
  });
});

describe.each([
  ['', ({ children }: { readonly children: ReactNode }) => children],
  [' (StrictMode)', StrictMode],
])('criterion 12: nothing is said twice%s', (_, Mode) => {
  const widgets = (count: number): ReactNode => (
    <Mode>
      {Array.from({ length: count }, (_, limit) => (
        <CobaltErrorBoundary key={limit}>
          <Findings limit={limit + 1} />
        </CobaltErrorBoundary>
      ))}
    </Mode>
  );

  it('ten widgets that fail within a second are one sentence', async () => {
    const { show } = openPage(null, {}, {}, ({ cobalt }) => cobalt.faults.add({ status: 404 }));
    const { lines } = listen();
    await pass(1000);
    show(widgets(10));
    await seconds(10);
    expect(withoutTime(lines)).toEqual(["polite: 10 parts of this page couldn't load."]);
  });

  it('the same error is not said again within 30 seconds', async () => {
    const { show } = openPage(null);
    const { lines } = listen();
    await pass(1000);
    for (let time = 0; time < 5; time++) {
      show(
        <Mode>
          <CobaltErrorView error={new InternalServerError(READ)} />
        </Mode>,
      );
      await seconds(3);
      show(null);
      await seconds(2);
    }
    expect(withoutTime(lines)).toEqual(["polite: Cobalt had a problem. It couldn't load this just now."]);
  });
});

describe('criterion 13: recovery is said once', () => {
  it('of a boundary, after the button', async () => {
    const { cobalt } = openPage(inBoundary, {}, {}, ({ cobalt }) => cobalt.faults.add({ status: 500 }));
    const { lines } = listen();
    await seconds(10);
    cobalt.faults.clear();
    const button = [...document.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'Try again',
    )!;
    await act(async () => button.click());
    await seconds(10);
    expect(withoutTime(lines)).toEqual([
      "polite: Cobalt had a problem. It couldn't load this just now.",
      'polite: Loading works again.',
    ]);
  });

  it('of a strip over data, and of maintenance', async () => {
    function Desk(): ReactNode {
      const { error, refetch, isFetching, dataUpdatedAt } = useFindings();
      return (
        <CobaltErrorView
          error={error}
          onRetry={refetch}
          isRetrying={isFetching}
          dataUpdatedAt={dataUpdatedAt}
        />
      );
    }
    const { cobalt, queryClient } = openPage(<Desk />);
    const { lines } = listen();
    await seconds(2);
    cobalt.faults.add({ status: 404 });
    await act(async () => void queryClient.refetchQueries());
    await seconds(40);
    cobalt.faults.clear();
    await act(async () => void queryClient.refetchQueries());
    await seconds(40);
    expect(withoutTime(lines).slice(1)).toEqual(['polite: Loading works again.']);
    cobalt.faults.add({ status: 503 });
    await act(async () => void queryClient.refetchQueries());
    await seconds(2);
    cobalt.faults.clear();
    await seconds(90);
    expect(withoutTime(lines).slice(3)).toEqual(['polite: Cobalt is back.']);
  });

  it('not when the person has gone to another page meanwhile', async () => {
    const { cobalt, show } = openPage(inBoundary, {}, {}, ({ cobalt }) =>
      cobalt.faults.add({ status: 500, times: 3 }),
    );
    const { lines } = listen();
    await seconds(10);
    show(<p>another page</p>);
    await seconds(60);
    expect(cobalt.faults.active).toEqual([]);
    expect(withoutTime(lines)).toEqual(["polite: Cobalt had a problem. It couldn't load this just now."]);
  });
});

describe('criterion 14: how each failure is told', () => {
  /** From the design: assertive where the person just did something and the focus is not moved to the message. */
  const assertive = [
    '400 write',
    '405',
    '418',
    '422 without fields',
    '500 write with a key',
    '500 write without a key',
    '503 of one route, write',
    'offline, a write that was not sent',
    'offline, a write on its way',
    'unreachable write',
    'timeout write with a key',
    'malformed write',
    '509 write',
  ];
  /** Moves the focus to its summary, or is an example of a countdown that nobody waits for. */
  const silent = ['422 with fields', '429 read'];

  it.each(Object.entries(looks))('%s', async (name, { error }) => {
    const { show } = openPage(<CobaltErrorView error={null} />);
    const { lines } = listen();
    await pass(1000);
    show(<CobaltErrorView error={error()} onRetry={() => undefined} />);
    await seconds(3);
    const expected = silent.includes(name) ? [] : [assertive.includes(name) ? 'assertive' : 'polite'];
    expect(lines.map((line) => line.split(/[ :]/)[1])).toEqual(expected);
  });

  it('what is there when the page comes is not announced at all', async () => {
    const errors: AnyCobaltError[] = [new InternalServerError(READ), new InternalServerError(CREATE)];
    openPage(errors.map((error, index) => <CobaltErrorView key={index} error={error} />));
    const { lines } = listen();
    await seconds(5);
    expect(lines).toEqual([]);
  });
});
