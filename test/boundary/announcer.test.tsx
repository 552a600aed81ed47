import { render } from '@testing-library/react';
import {
  CobaltErrorView,
  CobaltUI,
  InternalServerError,
  NotFoundError,
  type AnyCobaltError,
} from 'cobalt-react';
import { type ReactNode, StrictMode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pass, start } from '../query/start.tsx';
import { READ, WRITE } from './errors.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

const region = (politeness: string): Element => document.querySelector(`[aria-live="${politeness}"]`)!;

function hear(): string[] {
  const heard: string[] = [];
  const observer = new MutationObserver((records) => {
    for (const { addedNodes, target } of records) {
      const politeness = (target as Element).closest('[aria-live]')!.getAttribute('aria-live')!;
      for (const node of addedNodes) heard.push(`${politeness}: ${node.textContent}`);
    }
  });
  for (const element of document.querySelectorAll('[aria-live]'))
    observer.observe(element, { childList: true });
  return heard;
}

function Page({ errors }: { readonly errors: readonly AnyCobaltError[] }): ReactNode {
  return (
    <CobaltUI>
      {errors.map((error, index) => (
        <CobaltErrorView key={index} error={error} />
      ))}
    </CobaltUI>
  );
}

describe.each([
  ['', ({ children }: { readonly children: ReactNode }) => children],
  [' (StrictMode)', StrictMode],
])('the announcer%s', (_, Mode) => {
  const setUp = (errors: readonly AnyCobaltError[] = []) => {
    const { wrapper: Wrapper } = start();
    const page = (shown: readonly AnyCobaltError[]): ReactNode => (
      <Mode>
        <Wrapper>
          <Page errors={shown} />
        </Wrapper>
      </Mode>
    );
    const { rerender } = render(page(errors));
    const heard = hear();
    return { heard, show: (...shown: AnyCobaltError[]) => rerender(page(shown)) };
  };

  it('has both regions in the page, and empty, before the first error', () => {
    setUp();
    expect(region('polite')).toBeEmptyDOMElement();
    expect(region('assertive')).toBeEmptyDOMElement();
  });

  it('says nothing of what was there when the page came', async () => {
    const { heard } = setUp([new InternalServerError(READ)]);
    await pass(5000);
    expect(heard).toEqual([]);
  });

  it('says one failed read once, politely and not at once', async () => {
    const { heard, show } = setUp();
    await pass(1000);
    show(new InternalServerError(READ));
    await pass(10);
    expect(heard).toEqual([]);
    await pass(2000);
    expect(heard).toEqual(["polite: Cobalt had a problem. It couldn't load this just now."]);
  });

  it('says a failed write to who just pressed the button, at once', async () => {
    const { heard, show } = setUp();
    await pass(1000);
    show(new InternalServerError(WRITE));
    await pass(200);
    expect(heard).toEqual([
      "assertive: We can't confirm this was saved. Cobalt had a problem while handling it.",
    ]);
  });

  it('makes one sentence of many that fail within a second', async () => {
    const { heard, show } = setUp();
    await pass(1000);
    const failed = [
      ...Array.from({ length: 9 }, () => new InternalServerError(READ)),
      new NotFoundError(READ),
    ];
    show(...failed.slice(0, 4));
    await pass(800);
    show(...failed);
    await pass(5000);
    expect(heard).toEqual(["polite: 10 parts of this page couldn't load."]);
  });

  it('does not say the same twice in 30 seconds, but again later', async () => {
    const { heard, show } = setUp();
    await pass(1000);
    show(new InternalServerError(READ));
    await pass(5000);
    show();
    show(new InternalServerError(READ));
    await pass(5000);
    expect(heard).toHaveLength(1);
    show();
    await pass(30_000);
    show(new InternalServerError(READ));
    await pass(5000);
    expect(heard).toHaveLength(2);
  });

  it('says nothing of what was gone again before it was said, and empties its regions', async () => {
    const { heard, show } = setUp();
    await pass(1000);
    show(new InternalServerError(READ));
    await pass(100);
    show();
    await pass(5000);
    expect(heard).toEqual([]);
    show(new InternalServerError(READ));
    await pass(2000);
    expect(region('polite')).not.toBeEmptyDOMElement();
    await pass(7000);
    expect(region('polite')).toBeEmptyDOMElement();
  });
});
