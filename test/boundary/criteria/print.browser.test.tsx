import { render } from '@testing-library/react';
import 'cobalt-react/styles.css';
import { afterEach, describe, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import css from '../../../src/styles.css?raw';
import { contrast } from './contrast.ts';
import { EveryView, openDetails, panelsIn, presentations } from './everyView.tsx';
import { emulateMedia } from './media.ts';

afterEach(() => emulateMedia({}));

const plain = (text: string | null | undefined): string => text?.replace(/\s+/g, ' ').trim() ?? '';

describe('criterion 25: print', () => {
  it.each(presentations)(
    'title, body and a line of reference, no buttons and no clock: $presentation, $data',
    async (look) => {
      const { container } = render(<EveryView {...look} />);
      // Even where somebody has opened them: what they hold stands in the line of reference.
      openDetails(container);
      const printed = await commands.printedText(`<style>${css}</style>${container.innerHTML}`);
      const said = (part: string): string[] =>
        [...container.querySelectorAll(`[data-part="${part}"]`)].map(({ textContent }) => plain(textContent));

      const isPrinted = (text: string): boolean => withoutSpaces(printed).includes(withoutSpaces(text));

      const titles = said('title').map((title) => title.replace(/^\w+: /, ''));
      expect([titles, said('reference')].map(({ length }) => length)).toEqual([40, 40]);
      expect(said('reference')[0]).toMatch(/^400 · GET · \/findings\/vl_1 · \d{4}-\d\d-\d\dT\S+Z · req-1$/);
      const wanted = [...titles, ...said('body'), ...said('safety'), ...said('reference')];
      expect(wanted.filter((text) => !isPrinted(text))).toEqual([]);

      const buttons = new Set([...said('action'), ...said('details-summary')]);
      const clocks = [...said('countdown-line'), ...said('countdown-value')];
      expect(buttons.size).toBeGreaterThan(8);
      expect(clocks.length).toBeGreaterThan(1);
      expect([...buttons, ...clocks].filter(isPrinted)).toEqual([]);
    },
  );

  it('is dark on white, whatever the theme', async () => {
    await emulateMedia({ type: 'print', 'prefers-color-scheme': 'dark' });
    const { container } = render(
      <div data-cobalt-theme="dark">
        <EveryView presentation="inline" isStale />
      </div>,
    );
    for (const panel of panelsIn(container)) {
      const { color } = getComputedStyle(panel.querySelector('[data-part="body"], [data-part="title"]')!);
      // The paper has no background of ours.
      expect(contrast(color, [255, 255, 255, 1])).toBeGreaterThan(7);
    }
  });
});

/** A line that is too long for the paper is broken anywhere. */
function withoutSpaces(text: string): string {
  return text.replaceAll(' ', '');
}
