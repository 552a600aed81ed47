import axe from 'axe-core';

// A gallery has what no page has: banners and first headings by the dozen.
const galleryRules = ['landmark-unique', 'landmark-no-duplicate-banner', 'page-has-heading-one', 'region'];

export interface AxeFindings {
  readonly violations: readonly string[];
  /** What axe cannot decide by itself. */
  readonly undecided: readonly string[];
}

export async function runAxe(container: Element): Promise<AxeFindings> {
  const { violations, incomplete } = await axe.run(container, {
    rules: Object.fromEntries(galleryRules.map((rule) => [rule, { enabled: false }])),
  });
  const lines = (results: axe.Result[]): string[] =>
    results.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  return { violations: lines(violations), undecided: lines(incomplete) };
}
