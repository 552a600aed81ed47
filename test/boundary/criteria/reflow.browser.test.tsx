import { cleanup, render } from '@testing-library/react';
import 'cobalt-react/styles.css';
import { afterEach, describe, expect, it } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { EveryView, openDetails, panelsIn, presentations } from './everyView.tsx';
import { layoutFaults } from './layout.ts';

const sheet = document.createElement('style');

/** Zero is the device's own again. */
async function setPixelRatio(deviceScaleFactor: number): Promise<void> {
  await cdp().send('Emulation.setDeviceMetricsOverride', {
    width: 0,
    height: 0,
    mobile: false,
    deviceScaleFactor,
  });
}

afterEach(async () => {
  await setPixelRatio(0);
  sheet.remove();
  document.documentElement.removeAttribute('style');
});

function renderAll(look: (typeof presentations)[number]): HTMLElement {
  const { container } = render(<EveryView {...look} />);
  openDetails(container);
  expect(panelsIn(container)).toHaveLength(40);
  return container;
}

describe('criterion 19: 320 pixels', () => {
  it.each(presentations)('nothing is cut off or reaches out: $presentation, $data', async (look) => {
    for (const [width, height] of [
      [320, 568],
      [320, 256],
    ] as const) {
      await page.viewport(width, height);
      const container = renderAll(look);
      expect(layoutFaults(container)).toEqual([]);
      cleanup();
    }
  });

  it('buttons stand one below the other, over the full width', async () => {
    await page.viewport(320, 568);
    const container = renderAll(presentations[0]!);
    for (const actions of container.querySelectorAll('[data-part="actions"]')) {
      const { width } = actions.getBoundingClientRect();
      for (const action of actions.querySelectorAll('[data-part="action"]'))
        expect(action.getBoundingClientRect().width).toBeCloseTo(width, 0);
    }
  });

  it('buttons stand below the text up to 36rem, and at its end above', async () => {
    for (const [width, isBelow] of [
      [500, true],
      [640, false],
    ] as const) {
      await page.viewport(width, 568);
      const container = renderAll(presentations[0]!);
      const panel = container.querySelector('[data-kind="server"][data-operation="read"]')!;
      const content = panel.querySelector('[data-part="content"]')!.getBoundingClientRect();
      const actions = panel.querySelector('[data-part="actions"]')!.getBoundingClientRect();
      expect(actions.top >= content.bottom).toBe(isBelow);
      expect(actions.left >= content.right).toBe(!isBelow);
      cleanup();
    }
  });
});

describe('criterion 20: larger text', () => {
  it.each(presentations)('200 % text: $presentation, $data', async (look) => {
    await page.viewport(640, 768);
    document.documentElement.style.fontSize = '200%';
    const container = renderAll(look);
    const body = container.querySelector('[data-part="body"]')!;
    expect(parseFloat(getComputedStyle(body).fontSize)).toBeGreaterThan(27.9);
    expect(layoutFaults(container)).toEqual([]);
  });

  // A window of 1280 × 1024 that is zoomed to 400 %.
  it.each(presentations)('400 % zoom: $presentation, $data', async (look) => {
    await page.viewport(320, 256);
    await setPixelRatio(4);
    const container = renderAll(look);
    expect(devicePixelRatio).toBe(4);
    expect(layoutFaults(container)).toEqual([]);
  });

  it.each(presentations)('text spacing: $presentation, $data', async (look) => {
    sheet.textContent =
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }' +
      'p { margin-block-end: 2em !important }';
    document.head.append(sheet);
    for (const width of [320, 640, 1024]) {
      await page.viewport(width, 768);
      const container = renderAll(look);
      expect(getComputedStyle(container.querySelector('[data-part="title"]')!).letterSpacing).not.toBe(
        'normal',
      );
      expect(layoutFaults(container)).toEqual([]);
      cleanup();
    }
  });
});
