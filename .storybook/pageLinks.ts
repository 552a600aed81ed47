import { posix } from 'node:path';
import { idOfPage, type Page, readPages } from './pages.ts';

/** Of Markdown's tree, as much as links are made of. */
interface Node {
  readonly type: string;
  url?: string;
  readonly children?: readonly Node[];
}

/**
 * For remark: pages link to each other's files, so that they can be followed wherever they are read, and Storybook, which serves no
 * such files, gets the pages that are made of them.
 */
export function pageLinks() {
  return (tree: Node, source: { readonly value: unknown }): void => {
    const pages = readPages();
    // Storybook hands over what a page says, and not where it lies.
    const page = pages.find(({ text }) => text === source.value);
    for (const link of linksIn(tree)) link.url = urlInStorybook(link.url ?? '', page, pages);
  };
}

function linksIn(node: Node): Node[] {
  const isLink = node.type === 'link' || node.type === 'definition';
  return [...(isLink ? [node] : []), ...(node.children ?? []).flatMap(linksIn)];
}

function urlInStorybook(url: string, from: Page | undefined, pages: readonly Page[]): string {
  const [, path, hash = ''] = /^([^:?#]+\.mdx)(#.*)?$/.exec(url) ?? [];
  if (path === undefined) return url;
  const file = from && posix.join(posix.dirname(from.file), path);
  const page = pages.find((one) => one.file === file);
  if (!page)
    throw new Error(`${from?.file ?? 'A page that is not in stories/'} links to ${url}, which is no page`);
  return `?path=/docs/${idOfPage(page)}${hash}`;
}
