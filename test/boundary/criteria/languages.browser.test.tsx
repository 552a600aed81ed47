import { CobaltErrorView, english, TooManyRequestsError, UnprocessableContentError } from 'cobalt-react';
import { ar } from 'cobalt-react/locales/ar';
import { de } from 'cobalt-react/locales/de';
import { fr } from 'cobalt-react/locales/fr';
import 'cobalt-react/styles.css';
import { beforeEach, describe, expect, it } from 'vitest';
import { page as viewport } from 'vitest/browser';
import { CREATE, looks, READ } from '../errors.ts';
import { pseudo } from '../pseudo.ts';
import { openPage, stopTheClock } from './page.tsx';

beforeEach(stopTheClock);

const sentences = new Set(Object.values(english).filter((text) => text.includes(' ')));

/** Text that a person sees, by its innermost element. */
function texts(container: Element): string[] {
  return [...container.querySelectorAll('*')]
    .filter(({ children }) => children.length === 0)
    .map(({ textContent }) => textContent.trim())
    .filter((text) => text !== '');
}

describe('criterion 23: every language', () => {
  describe.each([
    ['de', de],
    ['fr', fr],
    ['ar', ar],
    ['the pseudo-locale', pseudo],
  ] as const)('%s', (name, messages) => {
    it.each(['inline', 'strip', 'banner', 'page'] as const)(
      'leaves nothing English and fits, as %s',
      async (presentation) => {
        for (const width of [320, 1024]) {
          await viewport.viewport(width, 640);
          const { container } = openPage(
            <div dir={name === 'ar' ? 'rtl' : 'ltr'}>
              {Object.values(looks).map(({ error }, index) => (
                <CobaltErrorView
                  key={index}
                  error={error()}
                  presentation={presentation}
                  headingLevel={2}
                  onRetry={() => undefined}
                  onDismiss={() => undefined}
                  dataUpdatedAt={presentation === 'strip' ? Date.now() : 0}
                />
              ))}
            </div>,
            { messages, onSwitchOrganization: () => undefined, onCheckList: () => undefined },
          );
          for (const details of container.querySelectorAll('details')) details.open = true;
          expect(texts(container).filter((text) => sentences.has(text as never))).toEqual([]);
          expect(container.textContent).not.toMatch(/[{}]|undefined/);
          expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
          const clipped = [
            ...container.querySelectorAll(
              '[data-cobalt], [data-cobalt] :is(p, h2, button, a, dd, dt, summary)',
            ),
          ].filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth);
          expect(clipped.map(({ outerHTML }) => outerHTML)).toEqual([]);
          document.body.innerHTML = '';
        }
      },
    );
  });

  const fields = (count: number): UnprocessableContentError =>
    new UnprocessableContentError({
      ...CREATE,
      fieldErrors: { title: Array.from({ length: count }, (_, index) => String(index)) },
    });
  const digits = (value: number): string => new Intl.NumberFormat('ar').format(value);

  it.each([
    [
      'de',
      de,
      [
        'Eine Angabe ist zu ändern',
        '2 Angaben sind zu ändern',
        '5 Angaben sind zu ändern',
        '21 Angaben sind zu ändern',
      ],
    ],
    ['fr', fr, ['Un point à corriger', '2 points à corriger', '5 points à corriger', '21 points à corriger']],
    [
      'ar',
      ar,
      [
        'هناك أمر واحد يحتاج إلى تعديل',
        'هناك أمران يحتاجان إلى تعديل',
        `هناك ${digits(5)} أمور تحتاج إلى تعديل`,
        `هناك ${digits(21)} أمرًا يحتاج إلى تعديل`,
      ],
    ],
  ] as const)('%s counts 1, 2, 5 and 21 things, and a limit of 0', (_, messages, expected) => {
    const { container } = openPage(
      [...[1, 2, 5, 21].map(fields), new TooManyRequestsError({ ...READ, limit: 0 })].map((error, index) => (
        <CobaltErrorView key={index} error={error} />
      )),
      { messages },
    );
    const titles = [...container.querySelectorAll('h2')].map(({ lastChild }) => lastChild!.textContent);
    expect(titles.slice(0, 4)).toEqual(expected);
    expect(container.querySelector('[data-kind="rate-limited"] [data-part="body"]')).toHaveTextContent(
      new RegExp(`${new Intl.NumberFormat(messages.locale).format(0)} `),
    );
  });
});
