import { act, render } from '@testing-library/react';
import { CobaltUI, type CobaltUIProps } from 'cobalt-react';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { pass, type Settings, start, type World } from '../../query/start.tsx';
import { allowConsole } from '../../setup/console.ts';

/** Timers and the date stand still until a test lets them pass; frames, layout and observers stay the browser's own. */
export function stopTheClock(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
  allowConsole('error', /Error|error occurred in/i);
  allowConsole('warn', /error occurred in/i);
}

export async function seconds(count: number): Promise<void> {
  for (let second = 0; second < count; second++) await pass(1000);
}

export interface Page extends World {
  readonly show: (children: ReactNode) => void;
  readonly container: HTMLElement;
}

/** A page with `CobaltUI` around what it shows, and a mock API of its own. */
export function openPage(
  children: ReactNode,
  ui: CobaltUIProps = {},
  settings: Settings = {},
  prepare: (world: World) => void = () => undefined,
): Page {
  const world = start(settings);
  prepare(world);
  const page = (shown: ReactNode): ReactNode => <CobaltUI {...ui}>{shown}</CobaltUI>;
  const { rerender, container } = render(page(children), { wrapper: world.wrapper });
  return { ...world, container, show: (shown) => rerender(page(shown)) };
}

export interface Heard {
  /** `12 polite: sentence`, with the second it came. */
  readonly lines: string[];
  readonly mutations: () => number;
}

/** What a screen reader reads by itself when it changes, by its attribute or its role. */
export function liveRegions(): readonly Element[] {
  return [...document.querySelectorAll('[aria-live], [role="status"], [role="alert"], [role="log"], output')];
}

/** Everything that any live region ever holds from now on. */
export function listen(): Heard {
  const lines: string[] = [];
  let mutations = 0;
  const began = Date.now();
  for (const region of liveRegions()) {
    new MutationObserver((records) => {
      mutations += records.length;
      for (const { addedNodes } of records) {
        for (const node of addedNodes) {
          const at = Math.round((Date.now() - began) / 1000);
          lines.push(
            `${String(at)} ${region.getAttribute('aria-live') ?? region.role!}: ${node.textContent}`,
          );
        }
      }
    }).observe(region, { childList: true, subtree: true, characterData: true });
  }
  return { lines, mutations: () => mutations };
}

/** Lets the browser draw, so that layout shifts are counted. */
export function frames(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

export async function press(name: string | RegExp): Promise<void> {
  const button = [...document.querySelectorAll<HTMLElement>('button, a')].find(({ textContent }) =>
    typeof name === 'string' ? textContent === name : name.test(textContent),
  );
  if (!button) throw new Error(`There is no ${String(name)}`);
  await act(async () => button.click());
}
