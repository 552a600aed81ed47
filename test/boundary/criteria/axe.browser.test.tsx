import { render } from '@testing-library/react';
import 'cobalt-react/styles.css';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { runAxe } from './axe.ts';
import { EveryView, openDetails, panelsIn, presentations } from './everyView.tsx';
import { emulateMedia } from './media.ts';

const root = document.documentElement;

beforeEach(async () => {
  await page.viewport(1024, 768);
});

afterEach(async () => {
  await emulateMedia({});
  root.removeAttribute('style');
});

/** A page that follows the system, or has a theme of its own. */
function renderAll(
  { presentation, isStale }: (typeof presentations)[number],
  theme?: 'light' | 'dark',
): HTMLElement {
  root.style.colorScheme = 'light dark';
  root.style.background = 'Canvas';
  const { container } = render(
    <div data-cobalt-theme={theme} style={{ background: theme && (theme === 'dark' ? '#0d1117' : '#fff') }}>
      <EveryView presentation={presentation} isStale={isStale} />
    </div>,
  );
  openDetails(container);
  expect(panelsIn(container)).toHaveLength(40);
  return container;
}

function signIn(container: HTMLElement, severity: string): string {
  return getComputedStyle(container.querySelector(`[data-severity="${severity}"] [data-part="icon"]`)!).color;
}

const clean = { violations: [], undecided: [] };
const lightDanger = 'rgb(179, 38, 30)';
const darkDanger = 'rgb(255, 154, 144)';

describe('criterion 1: axe finds nothing in light', () => {
  it.each(presentations)('$presentation, $data', async (look) => {
    await emulateMedia({ 'prefers-color-scheme': 'light' });
    const container = renderAll(look);
    expect(signIn(container, 'danger')).toBe(lightDanger);
    expect(await runAxe(container)).toEqual(clean);
  });
});

describe('criterion 2: axe finds nothing in dark', () => {
  it.each(presentations)('$presentation, $data, as the system says', async (look) => {
    await emulateMedia({ 'prefers-color-scheme': 'dark' });
    const container = renderAll(look);
    expect(signIn(container, 'danger')).toBe(darkDanger);
    expect(await runAxe(container)).toEqual(clean);
  });

  it.each(presentations)('$presentation, $data, by data-cobalt-theme against the system', async (look) => {
    await emulateMedia({ 'prefers-color-scheme': 'light' });
    const container = renderAll(look, 'dark');
    expect(signIn(container, 'danger')).toBe(darkDanger);
    expect(await runAxe(container)).toEqual(clean);
  });

  it.each(presentations)('$presentation, $data, a light theme on a dark system', async (look) => {
    await emulateMedia({ 'prefers-color-scheme': 'dark' });
    const container = renderAll(look, 'light');
    expect(signIn(container, 'danger')).toBe(lightDanger);
    expect(await runAxe(container)).toEqual(clean);
  });
});

describe('criterion 3: forced colours', () => {
  beforeEach(() => emulateMedia({ 'forced-colors': 'active', 'prefers-color-scheme': 'dark' }));

  it.each(presentations)('axe finds nothing: $presentation, $data', async (look) => {
    expect(await runAxe(renderAll(look))).toEqual(clean);
  });

  it.each(presentations)('edges, signs and what has to wait can be seen: $presentation, $data', (look) => {
    const container = renderAll(look);
    for (const panel of panelsIn(container)) {
      const { borderTopStyle, borderTopWidth, borderTopColor, borderInlineStartWidth } =
        getComputedStyle(panel);
      expect([borderTopStyle, borderTopWidth, borderTopColor, borderInlineStartWidth]).toEqual([
        'solid',
        '1px',
        system('CanvasText'),
        '4px',
      ]);
      expect(getComputedStyle(panel.querySelector('svg')!).stroke).toBe(system('CanvasText'));
    }
    for (const action of container.querySelectorAll(
      '[data-part="action"]:not([data-primary], [data-disabled])',
    ))
      expect(getComputedStyle(action).borderTopColor).toBe(system('ButtonText'));
    const waiting = [...container.querySelectorAll('[aria-disabled="true"]')];
    expect(waiting.length).toBeGreaterThan(0);
    for (const action of waiting) {
      expect(getComputedStyle(action).color).toBe(system('GrayText'));
      expect(getComputedStyle(action).borderTopColor).toBe(system('GrayText'));
    }
    const ready = container.querySelector('button[data-primary]:not([aria-disabled])')!;
    expect(getComputedStyle(ready).backgroundColor).toBe(system('Highlight'));
    expect(getComputedStyle(ready).color).toBe(system('HighlightText'));
  });

  it('the focus ring of whatever can have it is a real outline in a system colour', async () => {
    const container = renderAll(presentations[0]!);
    container.querySelector('button')!.focus();
    await userEvent.keyboard('{Tab}');
    const stops = [
      ...container.querySelectorAll<HTMLElement>('[data-cobalt] :is(button, a, input, summary)'),
    ];
    expect(new Set(stops.map(({ tagName }) => tagName)).size).toBe(4);
    for (const stop of stops) {
      stop.focus();
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(stop);
      expect([outlineStyle, outlineWidth, outlineColor], stop.outerHTML).toEqual([
        'solid',
        '2px',
        system('Highlight'),
      ]);
    }
  });
});

/** What the browser makes of a system colour just now. */
function system(name: string): string {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.setProperty('forced-color-adjust', 'none');
  probe.style.color = name;
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
