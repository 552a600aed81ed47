import { expect, waitFor, within } from 'storybook/test';

/** What no app may do to the views: take their edges, their distances, their targets, or show what is hidden. */
export async function sitsWell(
  canvasElement: HTMLElement,
  { fontSize = '15px' }: { readonly fontSize?: string } = {},
): Promise<Document> {
  const frame = canvasElement.querySelector('iframe')!;
  await waitFor(() => expect(frame.contentDocument!.querySelectorAll('[data-cobalt]')).toHaveLength(7));
  const page = frame.contentDocument!;
  await within(page.body).findByRole('heading', { name: /connection to Cobalt has ended/ });
  const style = (selector: string): CSSStyleDeclaration =>
    page.defaultView!.getComputedStyle(page.querySelector(selector)!);
  await waitFor(() => expect(style('[data-variant="inline"]').borderTopWidth).toBe('1px'));
  await expect(style('[data-variant="inline"]').paddingTop).toBe('16px');
  await expect(style('[data-part="body"]').marginBlock).toBe('0px');
  await expect(style('[data-variant="inline"] [data-part="title"]').fontSize).toBe(fontSize);
  await expect(style('button[data-part="action"]').borderTopWidth).toBe('1px');
  await expect(style('a[data-part="action"]').textDecorationLine).toBe('underline');
  await expect(style('[data-part="severity-label"]').position).toBe('absolute');
  for (const target of page.querySelectorAll('[data-cobalt] :is(button, summary, input)')) {
    if (!target.checkVisibility()) continue;
    await expect(target.getBoundingClientRect().height).toBeGreaterThanOrEqual(24);
  }
  await expect(page.documentElement.scrollWidth).toBeLessThanOrEqual(page.documentElement.clientWidth);
  return page;
}
