import { render, screen } from '@testing-library/react';
import { CobaltErrorView, CobaltUI, ErrorPanel, FieldErrors } from 'cobalt-react';
import { type ReactNode, useState } from 'react';
import { createPortal } from 'react-dom';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it } from 'vitest';
import watcher from './reportViolations.ts?url';
import layered from '../../../src/styles.css?raw';
import { unlayered } from '../../../unlayered.ts';
import { looks } from '../errors.ts';
import { EveryView, InProvider, openDetails, panelsIn } from './everyView.tsx';

const sheets: HTMLStyleElement[] = [];

/** What an app loads, in this order. */
function load(...styles: string[]): void {
  for (const css of styles) {
    const sheet = document.head.appendChild(document.createElement('style'));
    sheet.textContent = css;
    sheets.push(sheet);
  }
}

afterEach(() => {
  for (const sheet of sheets.splice(0)) sheet.remove();
  document.documentElement.removeAttribute('style');
});

function View(): ReactNode {
  return <CobaltErrorView error={looks['500 read']!.error()} onRetry={() => undefined} />;
}

const part = (name: string): HTMLElement => document.querySelector(`[data-part="${name}"]`)!;

describe('criterion 30: an app has the last word', () => {
  it.each([
    ['before ours', ['.mine { border-color: rgb(1, 2, 3); color: rgb(4, 5, 6) }', layered]],
    ['after ours', [layered, '.mine { border-color: rgb(1, 2, 3); color: rgb(4, 5, 6) }']],
    [
      'before the copy without layers',
      ['.mine { border-color: rgb(1, 2, 3); color: rgb(4, 5, 6) }', unlayered(layered)],
    ],
    [
      'after the copy without layers',
      [unlayered(layered), '.mine { border-color: rgb(1, 2, 3); color: rgb(4, 5, 6) }'],
    ],
  ])('a class on any part, without !important, %s', (_, styles) => {
    load(...styles);
    const { container } = render(<EveryView presentation="inline" isStale />, { wrapper: InProvider });
    openDetails(container);
    // But what is for screen readers alone: it stays hidden.
    const parts = [
      ...container.querySelectorAll<HTMLElement>(
        '[data-part]:not([data-part=severity-label], [data-part=hint])',
      ),
    ];
    const names = new Set(parts.map(({ dataset }) => dataset.part));
    expect(names.size).toBeGreaterThan(20);
    for (const element of parts) element.classList.add('mine');
    const lost = parts.filter((element) => {
      const { borderTopColor, color } = getComputedStyle(element);
      return borderTopColor !== 'rgb(1, 2, 3)' || color !== 'rgb(4, 5, 6)';
    });
    expect(lost.map(({ dataset }) => dataset.part)).toEqual([]);
  });

  it.each(['h2', '*', '[data-part]'])('a rule for %s in no layer', (selector) => {
    load(`${selector} { letter-spacing: 3px }`, layered);
    render(<View />, { wrapper: InProvider });
    expect(getComputedStyle(part('title')).letterSpacing).toBe('3px');
  });
});

describe('criterion 30: a reset', () => {
  const reset = '* { border: 0; margin: 0; padding: 0; outline: 0; clip-path: none; position: static }';

  it.each([
    ['the stylesheet', layered],
    ['the copy without layers', unlayered(layered)],
  ])('leaves the rules of accessibility alone: %s', (_, css) => {
    load(reset, css);
    render(<View />, { wrapper: InProvider });
    const label = part('severity-label');
    expect(getComputedStyle(label).position).toBe('absolute');
    expect(label.getBoundingClientRect().width).toBe(1);
    const button = screen.getByRole('button', { name: 'Try again' });
    button.focus({ focusVisible: true });
    expect(getComputedStyle(button)).toMatchObject({ outlineStyle: 'solid', outlineWidth: '2px' });
  });

  it('even with !important leaves them alone', () => {
    load(reset.replaceAll(';', ' !important;').replace(' }', ' !important }'), layered);
    render(<View />, { wrapper: InProvider });
    expect(getComputedStyle(part('severity-label')).position).toBe('absolute');
    const button = screen.getByRole('button', { name: 'Try again' });
    button.focus({ focusVisible: true });
    expect(getComputedStyle(button).outlineStyle).toBe('solid');
  });

  it('in a layer before ours takes nothing away', () => {
    load(
      '@layer reset, cobalt;',
      `@layer reset { ${reset} button { border: 0; background: none } }`,
      layered,
    );
    render(<View />, { wrapper: InProvider });
    expect(getComputedStyle(part('root'))).toMatchObject({ borderTopWidth: '1px', paddingTop: '16px' });
    expect(getComputedStyle(part('action'))).toMatchObject({ borderTopWidth: '1px' });
  });

  it('of element names, in no layer, takes nothing from the copy without layers', () => {
    const elements =
      'h2, p { margin: 9px; font-size: 32px; color: red } button { border: 0; background: none; padding: 0 }';
    load(reset, elements, unlayered(layered));
    render(<View />, { wrapper: InProvider });
    expect(getComputedStyle(part('root'))).toMatchObject({ borderTopWidth: '1px', paddingTop: '16px' });
    expect(getComputedStyle(part('action'))).toMatchObject({ borderTopWidth: '1px', paddingLeft: '12px' });
    expect(getComputedStyle(part('title'))).toMatchObject({ marginTop: '0px', fontSize: '15px' });
    expect(getComputedStyle(part('title')).color).not.toBe('rgb(255, 0, 0)');
  });
});

describe('criterion 30: variables', () => {
  it.each(['neutral', 'info', 'warning', 'danger', 'success'] as const)('change %s', (severity) => {
    load(layered);
    const { style } = document.documentElement;
    style.setProperty(`--cobalt-${severity}-bg`, 'rgb(1, 1, 1)');
    style.setProperty(`--cobalt-${severity}-border`, 'rgb(2, 2, 2)');
    style.setProperty(`--cobalt-${severity}-icon`, 'rgb(3, 3, 3)');
    for (const each of ['neutral', 'info', 'warning', 'danger', 'success'] as const) {
      const { unmount } = render(
        <ErrorPanel.Root severity={each}>
          <ErrorPanel.Icon />
        </ErrorPanel.Root>,
      );
      const { backgroundColor, borderTopColor } = getComputedStyle(part('root'));
      const seen = [backgroundColor, borderTopColor, getComputedStyle(part('icon')).color];
      const mine = ['rgb(1, 1, 1)', 'rgb(2, 2, 2)', 'rgb(3, 3, 3)'];
      if (each === severity) expect(seen).toEqual(mine);
      else for (const color of mine) expect(seen).not.toContain(color);
      unmount();
    }
  });

  it.each([
    ['--cobalt-fg', 'rgb(9, 9, 9)', 'body', 'color'],
    ['--cobalt-muted', 'rgb(9, 9, 9)', 'details-summary', 'color'],
    ['--cobalt-bg', 'rgb(9, 9, 9)', 'action', 'color'],
    ['--cobalt-font', 'monospace', 'body', 'fontFamily'],
    ['--cobalt-mono', 'serif', 'details-list', 'fontFamily'],
    ['--cobalt-font-size', '20px', 'body', 'fontSize'],
    ['--cobalt-icon-size', '40px', 'icon', 'inlineSize'],
    ['--cobalt-space', '10px', 'root', 'paddingTop'],
    ['--cobalt-radius', '3px', 'root', 'borderTopLeftRadius'],
    ['--cobalt-border-width', '5px', 'root', 'borderTopWidth'],
    ['--cobalt-shadow', 'rgb(9, 9, 9) 1px 1px 1px 0px', 'root', 'boxShadow'],
    ['--cobalt-max-width', '300px', 'root', 'maxWidth'],
  ] as const)('%s', (name, value, where, property) => {
    load(layered);
    const { unmount } = render(<View />, { wrapper: InProvider });
    const before = getComputedStyle(part(where))[property];
    unmount();
    document.documentElement.style.setProperty(name, value);
    render(<View />, { wrapper: InProvider });
    expect(getComputedStyle(part(where))[property]).not.toBe(before);
    expect(getComputedStyle(part(where))[property]).toBe(name === '--cobalt-space' ? '40px' : value);
  });

  it('of links, of the focus ring, and of the tallest sticky banner', () => {
    load(layered);
    const { style } = document.documentElement;
    style.setProperty('--cobalt-link', 'rgb(9, 9, 9)');
    style.setProperty('--cobalt-focus', 'rgb(8, 8, 8)');
    style.setProperty('--cobalt-sticky-size', '77px');
    const error = looks['401']!.error();
    render(
      <div data-cobalt-sticky="">
        <CobaltErrorView error={error} presentation="banner" />
      </div>,
      { wrapper: InProvider },
    );
    expect(getComputedStyle(part('help').querySelector('a')!).color).toBe('rgb(9, 9, 9)');
    const button = screen.getByRole('button', { name: 'Reconnect' });
    button.focus({ focusVisible: true });
    expect(getComputedStyle(button).outlineColor).toBe('rgb(8, 8, 8)');
    expect(getComputedStyle(part('root')).maxBlockSize).toBe('77px');
  });

  it.each([
    ['inline', 40],
    ['strip', 37.33],
    ['banner', 40],
    ['page', 48],
  ] as const)('signs grow with the text, and details stay below it, as %s', (presentation, size) => {
    load(layered);
    document.documentElement.style.setProperty('--cobalt-font-size', '30px');
    render(<CobaltErrorView error={looks['500 read']!.error()} presentation={presentation} />, {
      wrapper: InProvider,
    });
    const left = (name: string): number => part(name).getBoundingClientRect().left;
    expect(part('icon').firstElementChild!.getBoundingClientRect().width).toBeCloseTo(size, 1);
    if (presentation !== 'strip') expect(left('details')).toBeCloseTo(left('title'), 1);
  });

  it.each([
    ['compact', '8px'],
    ['comfortable', '16px'],
    ['spacious', '24px'],
  ])('density: %s, also inside of another', (density, padding) => {
    load(layered);
    render(
      <div data-density="spacious">
        <div data-density="compact">
          <div data-density={density}>
            <View />
          </div>
        </div>
      </div>,
      { wrapper: InProvider },
    );
    expect(getComputedStyle(part('root')).paddingTop).toBe(padding);
  });
});

interface StrictPage {
  readonly page: Document;
  readonly refused: string[];
}

/** A page that may load our stylesheet, and nothing else: no style in elements or attributes, no script. */
async function strictPage(body: string): Promise<StrictPage> {
  const policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; require-trusted-types-for 'script'";
  const frame = document.createElement('iframe');
  frames.push(document.body.appendChild(frame));
  const loaded = new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
  });
  const watch = `<script src="${watcher}"></script>`;
  frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="${policy}">${watch}<link rel="stylesheet" href="/src/styles.css?direct"><body>${body}`;
  await loaded;
  const page = frame.contentDocument!;
  return { page, refused: (frame.contentWindow as unknown as { refused: string[] }).refused };
}

const frames: HTMLIFrameElement[] = [];
afterEach(() => {
  for (const frame of frames.splice(0)) frame.remove();
});

/** Everything that has an element, the announcer and the parts of a form among it. */
function Everything(): ReactNode {
  return (
    <InProvider>
      <CobaltUI>
        <EveryView presentation="inline" isStale />
        <FieldErrors.FieldMessage messages={['enter at least 3 characters', 'no digits']} />
      </CobaltUI>
    </InProvider>
  );
}

describe('criterion 30: a strict Content Security Policy', () => {
  it('is not touched by any view, nor by what CobaltUI announces', async () => {
    const { page, refused } = await strictPage('');
    render(createPortal(<Everything />, page.body));
    const [first, ...others] = panelsIn(page);
    expect(others).toHaveLength(39);
    expect(page.defaultView!.getComputedStyle(first!).borderTopWidth).toBe('1px');
    expect(page.querySelector('[data-part="announcer"]')!.getBoundingClientRect().width).toBe(1);
    expect(refused).toEqual([]);
  });

  it('is not touched by the HTML of a server', async () => {
    const { page, refused } = await strictPage(renderToString(<Everything />));
    expect(panelsIn(page)).toHaveLength(40);
    expect(refused).toEqual([]);
  });

  it('does refuse what is against it', async () => {
    const { refused } = await strictPage('<p style="color: red">Red</p>');
    expect(refused).toEqual(['style-src-attr']);
  });
});

describe('criterion 30: without a stylesheet', () => {
  it.each(Object.entries(looks))(
    '%s has its words, its role and its actions',
    async (_, { error, title, says }) => {
      function Pressed(): ReactNode {
        const [presses, setPresses] = useState(0);
        return (
          <>
            <CobaltErrorView error={error()} onRetry={() => setPresses((count) => count + 1)} />
            <output>{presses}</output>
          </>
        );
      }
      render(<Pressed />, { wrapper: InProvider });
      const panel = screen.getByRole('group', { name: new RegExp(`${title}$`) });
      expect(getComputedStyle(panel).borderTopWidth).toBe('0px');
      expect(panel.getAttribute('aria-labelledby')).toBe(panel.querySelector('h2')!.id);
      for (const sentence of says) expect(panel.textContent).toContain(sentence);
      const details = panel.querySelector('details')!;
      details.querySelector('summary')!.click();
      expect(details.open).toBe(true);
      expect(details.querySelector('dl')!.checkVisibility()).toBe(true);
      const retry = panel.querySelector<HTMLElement>('button[data-primary]:not([aria-disabled])');
      if (retry && /try again|check again|check now/i.test(retry.textContent)) {
        retry.click();
        expect((await screen.findByRole('status')).textContent).toBe('1');
      }
    },
  );
});
