import { render } from '@testing-library/react';
import { ErrorPanel } from 'cobalt-react';
import 'cobalt-react/styles.css';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { contrast, surfaceOf } from './contrast.ts';
import { EveryView, InProvider, openDetails, panelsIn, presentations } from './everyView.tsx';

const severities = ['neutral', 'info', 'warning', 'danger', 'success'] as const;
const themes = ['light', 'dark'] as const;
const variants = ['inline', 'strip', 'banner', 'page'] as const;

/** On the page that goes with the theme. */
function Page({ theme, children }: { readonly theme: string; readonly children: ReactNode }): ReactNode {
  return (
    <div data-cobalt-theme={theme} style={{ background: 'light-dark(#fff, #12161b)' }}>
      <InProvider>{children}</InProvider>
    </div>
  );
}

function textsIn(container: Element): HTMLElement[] {
  return [...container.querySelectorAll<HTMLElement>('[data-cobalt] *')].filter(
    (element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      [...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim()),
  );
}

function weakestText(container: Element): [ratio: number, text: string] {
  const ratios = textsIn(container).map((element): [number, string] => {
    // What has to wait may be paler, and no paler than a sign.
    const isWaiting = element.closest('[aria-disabled="true"]') !== null;
    const ratio = contrast(getComputedStyle(element).color, surfaceOf(element));
    return [isWaiting ? ratio * 1.5 : ratio, `${ratio.toFixed(2)} ${element.outerHTML.slice(0, 120)}`];
  });
  expect(ratios.length).toBeGreaterThan(5);
  return ratios.reduce((weakest, one) => (one[0] < weakest[0] ? one : weakest));
}

describe('criterion 4: contrast', () => {
  describe.each(themes)('%s', (theme) => {
    it.each(presentations)('every text of every view: $presentation, $data', (look) => {
      const { container } = render(
        <Page theme={theme}>
          <EveryView {...look} />
        </Page>,
      );
      openDetails(container);
      const [ratio, what] = weakestText(container);
      expect(ratio, what).toBeGreaterThanOrEqual(4.5);
    });

    it.each(severities)('%s: text, sign, edge, buttons and focus ring', async (severity) => {
      const { container } = render(
        <Page theme={theme}>
          {variants.map((variant) => (
            <ErrorPanel.Root key={variant} severity={severity} variant={variant}>
              <ErrorPanel.Layout>
                <ErrorPanel.Icon />
                <ErrorPanel.Content>
                  <ErrorPanel.Title>Title</ErrorPanel.Title>
                  <ErrorPanel.Body>Body</ErrorPanel.Body>
                  <ErrorPanel.Safety>Safety</ErrorPanel.Safety>
                  <ErrorPanel.StaleStamp>Stamp</ErrorPanel.StaleStamp>
                  <p data-part="problem">Problem</p>
                </ErrorPanel.Content>
                <ErrorPanel.Actions>
                  <ErrorPanel.Action isPrimary>Main</ErrorPanel.Action>
                  <ErrorPanel.Action>Other</ErrorPanel.Action>
                  <ErrorPanel.Action isPrimary isUnavailable>
                    Not yet
                  </ErrorPanel.Action>
                  <ErrorPanel.Action href="https://example.com">Link</ErrorPanel.Action>
                </ErrorPanel.Actions>
              </ErrorPanel.Layout>
              <ErrorPanel.Details rows={[['Path', '/assets']]} />
            </ErrorPanel.Root>
          ))}
        </Page>,
      );
      openDetails(container);
      const [ratio, what] = weakestText(container);
      expect(ratio, what).toBeGreaterThanOrEqual(4.5);

      for (const panel of panelsIn(container)) {
        const { variant } = panel.dataset;
        const inside = surfaceOf(panel);
        const sees = (color: string, surface = inside): number => contrast(color, surface);
        const icon = panel.querySelector('[data-part="icon"]')!;
        expect(
          sees(getComputedStyle(icon).color, surfaceOf(icon)),
          `${variant!} sign`,
        ).toBeGreaterThanOrEqual(3);
        if (variant !== 'page') {
          const edge = getComputedStyle(panel).borderBottomColor;
          expect(sees(edge), `${variant!} edge`).toBeGreaterThanOrEqual(3);
          expect(sees(edge, surfaceOf(panel.parentElement)), `${variant!} edge`).toBeGreaterThanOrEqual(3);
        }
        for (const button of panel.querySelectorAll('button')) {
          const { borderTopColor } = getComputedStyle(button);
          expect(sees(borderTopColor), `${variant!} ${button.textContent}`).toBeGreaterThanOrEqual(3);
        }
        panel.querySelector('button')!.focus();
        await userEvent.keyboard('{Shift}');
        const { outlineColor, outlineStyle } = getComputedStyle(document.activeElement!);
        expect(outlineStyle).toBe('solid');
        expect(sees(outlineColor), `${variant!} focus`).toBeGreaterThanOrEqual(3);
      }
    });
  });
});
