import { cleanup, render } from '@testing-library/react';
import { CobaltUI, ErrorPanel } from 'cobalt-react';
import { ar } from 'cobalt-react/locales/ar';
import 'cobalt-react/styles.css';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { EveryView, InProvider, openDetails, panelsIn, presentations } from './everyView.tsx';
import { layoutFaults } from './layout.ts';

const PATH = '/findings/vl_3tYb';

interface Words {
  readonly title: string;
  readonly body: string;
  readonly again: string;
  readonly back: string;
  readonly label: string;
}

const languages: Readonly<Record<string, Words>> = {
  ar: {
    title: 'تعذّر الوصول إلى الخادم',
    body: 'انقطع الاتصال قبل وصول الرد (vl_3tYb)، فحاول مرة أخرى.',
    again: 'حاول مرة أخرى',
    back: 'رجوع',
    label: 'المسار',
  },
  he: {
    title: 'לא הצלחנו להתחבר לשרת',
    body: 'החיבור נותק לפני שהגיעה תשובה (vl_3tYb). אפשר לנסות שוב.',
    again: 'לנסות שוב',
    back: 'חזרה',
    label: 'נתיב',
  },
};

function Panel({ words }: { readonly words: Words }): ReactNode {
  return (
    <ErrorPanel.Root severity="danger">
      <ErrorPanel.Layout>
        <ErrorPanel.Icon />
        <ErrorPanel.Content>
          <ErrorPanel.Title>{words.title}</ErrorPanel.Title>
          <ErrorPanel.Body>{words.body}</ErrorPanel.Body>
        </ErrorPanel.Content>
        <ErrorPanel.Actions>
          <ErrorPanel.Action isPrimary>{words.again}</ErrorPanel.Action>
          <ErrorPanel.Action>{words.back}</ErrorPanel.Action>
        </ErrorPanel.Actions>
      </ErrorPanel.Layout>
      <ErrorPanel.Details rows={[[words.label, PATH]]} />
    </ErrorPanel.Root>
  );
}

// Inside of a sentence, whose language decides about the order of its words.
const notPlaced = ['severity-label', 'hint', 'countdown', 'countdown-ghost', 'countdown-value'];

/** Where every part stands, counted from the side where the page begins. */
function placesIn(
  container: Element,
  direction: 'ltr' | 'rtl',
): (readonly [string, number, number, number])[] {
  return [...container.querySelectorAll<HTMLElement>('[data-part]')]
    .filter((part) => part.checkVisibility() && !notPlaced.includes(part.dataset.part!))
    .map((part) => {
      const { left, right, top, width } = part.getBoundingClientRect();
      const start = direction === 'ltr' ? left : innerWidth - right;
      return [part.dataset.part!, Math.round(start), Math.round(top), Math.round(width)] as const;
    });
}

describe('criterion 22: from right to left', () => {
  it.each(presentations)('every view is the mirror image of itself: $presentation, $data', async (look) => {
    for (const width of [320, 500, 1024]) {
      await page.viewport(width, 768);
      const places = (['ltr', 'rtl'] as const).map((direction) => {
        const { container } = render(
          <div dir={direction}>
            <EveryView {...look} />
          </div>,
        );
        openDetails(container);
        const found = placesIn(container, direction);
        expect(layoutFaults(container)).toEqual([]);
        cleanup();
        return found;
      });
      expect(places[0]!.length).toBeGreaterThan(300);
      expect(places[1]).toEqual(places[0]);
    }
  });

  it.each(Object.entries(languages))(
    '%s: sign, text and buttons stand from right to left',
    async (lang, words) => {
      await page.viewport(1024, 768);
      const { container } = render(
        <div dir="rtl" lang={lang}>
          <Panel words={words} />
        </div>,
      );
      openDetails(container);
      const [panel] = panelsIn(container);
      const [icon, title, actions] = ['icon', 'title', 'actions'].map((name) =>
        panel!.querySelector(`[data-part="${name}"]`)!.getBoundingClientRect(),
      );
      expect(icon!.left).toBeGreaterThan(title!.right - 1);
      expect(title!.left).toBeGreaterThan(actions!.right);
      expect(layoutFaults(container)).toEqual([]);
    },
  );

  it.each(Object.entries(languages))('%s: paths and ids keep their own direction', (lang, words) => {
    const { container } = render(
      <div dir="rtl" lang={lang}>
        <Panel words={words} />
        <EveryView presentation="inline" isStale={false} />
      </div>,
    );
    openDetails(container);
    const values = [...container.querySelectorAll('dd, [data-part="reference"]')];
    expect(values.length).toBeGreaterThan(200);
    for (const value of values) {
      const isolated = value.querySelector(':scope > bdi[dir="ltr"]')!;
      expect(isolated.textContent).toBe(value.textContent);
      expect(getComputedStyle(isolated)).toMatchObject({ direction: 'ltr', unicodeBidi: 'isolate' });
    }
    // Its slash comes first, at its left end.
    const text = [...values].find(({ textContent }) => textContent === PATH)!.querySelector('bdi')!
      .firstChild!;
    const lefts = [0, PATH.length - 1].map((at) => {
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      return range.getBoundingClientRect().left;
    });
    expect(lefts[0]).toBeLessThan(lefts[1]!);
  });

  it.each(presentations)('ar: every view in its own words: $presentation, $data', async (look) => {
    for (const width of [320, 1024]) {
      await page.viewport(width, 768);
      const { container } = render(
        <div dir="rtl" lang="ar">
          <InProvider>
            <CobaltUI messages={ar} banner={false}>
              <EveryView {...look} />
            </CobaltUI>
          </InProvider>
        </div>,
      );
      openDetails(container);
      expect(layoutFaults(container)).toEqual([]);
      for (const panel of panelsIn(container)) {
        const [icon, title] = ['icon', 'title'].map((name) => panel.querySelector(`[data-part="${name}"]`)!);
        expect(title!.textContent).toMatch(/[\u0600-\u06ff]/);
        expect(getComputedStyle(title!).direction).toBe('rtl');
        if (look.presentation !== 'page')
          expect(icon!.getBoundingClientRect().left).toBeGreaterThan(
            title!.getBoundingClientRect().right - 1,
          );
      }
      cleanup();
    }
  });

  it('a sentence in another language keeps its own direction, on the side of the page', async () => {
    await page.viewport(1024, 768);
    const { container } = render(
      <div dir="rtl">
        <EveryView presentation="inline" isStale={false} />
      </div>,
    );
    const body = container.querySelector('[data-part="body"]')!;
    // The full stop of an English sentence stands at its right end.
    const text = body.firstChild!;
    const range = document.createRange();
    range.setStart(text, text.nodeValue!.length - 1);
    range.setEnd(text, text.nodeValue!.length);
    const { right } = range.getBoundingClientRect();
    expect(Math.abs(body.getBoundingClientRect().right - right)).toBeLessThan(2);
  });
});
