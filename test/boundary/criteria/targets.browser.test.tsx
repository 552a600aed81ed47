import { render } from '@testing-library/react';
import { CobaltErrorView, InternalServerError } from 'cobalt-react';
import 'cobalt-react/styles.css';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { READ } from '../errors.ts';
import { EveryView, openDetails, presentations } from './everyView.tsx';

afterEach(() => {
  document.documentElement.removeAttribute('style');
});

describe('criterion 27: targets', () => {
  // 62.5 % is what many apps set to count in tens.
  const cases = presentations.flatMap((look) =>
    ['compact', 'comfortable', 'spacious'].map((density) => ({ ...look, density })),
  );

  it.each(cases)('none is below 24 pixels: $presentation, $data, $density', (look) => {
    for (const rootSize of ['100%', '62.5%']) {
      document.documentElement.style.fontSize = rootSize;
      const { container, unmount } = render(
        <div data-density={look.density}>
          <EveryView {...look} />
        </div>,
      );
      openDetails(container);
      const targets = [
        ...container.querySelectorAll<HTMLElement>('button, summary, input, a[data-part="action"]'),
        // The control that a summary leads to is the app's own.
      ].filter((target) => target.checkVisibility() && target.getAttribute('name') !== 'title');
      expect(targets.filter(({ tagName }) => tagName === 'SUMMARY').length).toBe(40);
      expect(targets.filter(({ textContent }) => textContent === 'Hide').length).toBeGreaterThan(20);
      const small = targets.filter((target) => {
        const { width, height } = target.getBoundingClientRect();
        return width < 24 || height < 24;
      });
      expect(small.map(({ outerHTML }) => outerHTML)).toEqual([]);
      unmount();
    }
  });
});

describe('criterion 27: a sticky banner', () => {
  beforeEach(() => page.viewport(800, 600));

  /** A long page of links, with a banner on top. */
  function renderPage(): HTMLElement {
    const { container } = render(
      <div data-cobalt-sticky="">
        <CobaltErrorView
          error={new InternalServerError(READ)}
          presentation="banner"
          onRetry={() => undefined}
          onDismiss={() => undefined}
        />
        {Array.from({ length: 60 }, (_, index) => (
          <p key={index}>
            <a href={`#${String(index)}`}>Finding {index}</a>
          </p>
        ))}
      </div>,
    );
    return container;
  }

  it('stays in view', () => {
    const banner = renderPage().querySelector('[data-variant="banner"]')!;
    scrollTo(0, 500);
    expect(scrollY).toBe(500);
    expect(banner.getBoundingClientRect().top).toBe(0);
  });

  it.each([false, true])('covers nothing that has the focus, details open: %s', async (isOpen) => {
    const container = renderPage();
    if (isOpen) openDetails(container);
    const banner = container.querySelector('[data-variant="banner"]')!;
    scrollTo(0, document.documentElement.scrollHeight);
    const links = [...container.querySelectorAll('p > a')].slice(-60) as HTMLElement[];
    links.at(-1)!.focus();
    const hidden: string[] = [];
    for (let step = 0; step < 55; step++) {
      await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
      const { activeElement } = document;
      const { top, bottom } = activeElement!.getBoundingClientRect();
      const isUnder = top < banner.getBoundingClientRect().bottom;
      if (isUnder || bottom > innerHeight) hidden.push(activeElement!.textContent);
    }
    expect(document.activeElement).toBe(links[4]);
    expect(hidden).toEqual([]);
  });

  it('scrolls along in a low window, as after zooming in', async () => {
    await page.viewport(320, 256);
    const banner = renderPage().querySelector('[data-variant="banner"]')!;
    scrollTo(0, 500);
    expect(banner.getBoundingClientRect().bottom).toBeLessThan(0);
  });
});
