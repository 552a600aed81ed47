import { parse } from 'postcss';

/**
 * The stylesheet without layers, for a page whose reset stands in none: what has no layer wins over all that has one. Selectors that
 * weigh nothing would lose to a reset of element names (`button { border: 0 }`) all the same, so each weighs as much as one element
 * here: it wins over a reset that comes before it, and any class of the app wins over it.
 */
export function unlayered(css: string): string {
  const sheet = parse(css);
  sheet.walkRules((rule) => {
    rule.selector = `:not(_)${rule.selector}`;
  });
  sheet.walkAtRules('layer', (layer) => {
    if (layer.nodes) layer.replaceWith(layer.nodes);
    else layer.remove();
  });
  return sheet.toString();
}
