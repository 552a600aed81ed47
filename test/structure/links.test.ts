import { describe, expect, it } from 'vitest';
import { compilePage } from './compilePage.ts';
import {
  brokenLinks,
  type Document,
  isPage,
  linkedFile,
  linksOf,
  missingPaths,
  readDocuments,
  readPlaces,
} from './links.ts';

const documents = readDocuments();
const places = readPlaces(documents);
const pages = documents.filter(isPage);

describe('the documents', () => {
  it('link to nothing that is not there', () => {
    expect(documents.length).toBeGreaterThan(20);
    expect(documents.flatMap((document) => brokenLinks(document, places))).toEqual([]);
  });

  it('name no file that is not there', () => {
    expect(documents.flatMap((document) => missingPaths(document, places))).toEqual([]);
  });
});

describe('the pages, read as files', () => {
  it('lead to other pages by their files, since nothing but Storybook knows an id', () => {
    const withIds = pages.filter(({ text }) => text.includes('?path=/docs/'));
    expect(withIds.map(({ file }) => file)).toEqual([]);
  });

  it('name each file whose text Storybook shows', () => {
    const shown = pages.flatMap((page) =>
      [...page.text.matchAll(/^import \w+ from '(.+)\?raw';$/gm)].map(([, path = '']) => ({
        page,
        path: linkedFile(path, page)!,
      })),
    );
    expect(shown.length).toBeGreaterThan(2);
    expect(shown.filter(({ page, path }) => !page.text.includes(`\`${path}\``))).toEqual([]);
  });

  it('lead from each table of props, which Storybook alone can draw, to the props in the reference', () => {
    const sections = pages.flatMap(({ file, text }) =>
      text
        .split(/^(?=#+ )/m)
        .filter((section) => section.includes('<ArgTypes '))
        .map((section) => ({ file, section })),
    );
    expect(sections.length).toBeGreaterThan(5);
    const alone = sections.filter(({ section }) => !/\]\(\S+\/reference\/\w+\.mdx#\w+props\)/.test(section));
    expect(alone).toEqual([]);
  });
});

describe('the pages in Storybook', () => {
  it.each(pages.map((page) => [page.file, page] as const))('%s leads to pages alone', async (_, page) => {
    const urls = [...(await compilePage(page.text)).matchAll(/href: "([^"]*)"/g)].map(([, url = '']) => url);
    const files = linksOf(page).filter(({ target }) => linkedFile(target, page) !== undefined);
    const led = urls.filter((url) => url.startsWith('?path=/docs/'));
    expect(led.length).toBe(files.length);
    for (const url of led)
      expect([...places.pages.keys()]).toContain(url.replace(/^\?path=\/docs\/|#.*$/g, ''));
    expect(led.map(hashOf)).toEqual(files.map(({ target }) => hashOf(target)));
    expect(urls.filter((url) => !/^(\?path=\/(docs|story)\/|#|https:|mailto:)/.test(url))).toEqual([]);
  });
});

function hashOf(url: string): string {
  return url.split('#')[1] ?? '';
}

describe('the check itself', () => {
  const made = (file: string, ...lines: string[]): Document => ({ file, text: lines.join('\n') });
  const page = made('stories/A.mdx', '<Meta title="Guides/One thing" />', '# One', '## Two words, `code`');
  const readme = made('README.md', '## Try it', '```md', '[never](gone.md)', '```');
  const known = readPlaces([page, readme]);

  it.each([
    ['README.md', 'package.json'],
    ['README.md', '#try-it'],
    ['bench/README.md', '../README.md#try-it'],
    ['README.md', 'https://www.cobalt.io'],
    ['README.md', 'stories/A.mdx#one'],
    ['stories/B.mdx', './A.mdx#two-words-code'],
    ['stories/guides/B.mdx', '../A.mdx'],
    ['stories/B.mdx', '?path=/story/components-fielderrors--refused-form'],
  ])('lets %s link to %s', (file, target) => {
    expect(brokenLinks(made(file, '## Try it', `See [this](${target}).`), known)).toEqual([]);
  });

  it.each([
    ['README.md', 'gone.md'],
    ['README.md', '#nowhere'],
    ['bench/README.md', '../README.md#nowhere'],
    ['README.md', 'http://www.cobalt.io'],
    ['stories/B.mdx', '../README.md'],
    ['stories/B.mdx', './Gone.mdx'],
    ['stories/B.mdx', './A.mdx#nowhere'],
    ['stories/B.mdx', '?path=/docs/guides-one-thing--docs'],
    ['stories/B.mdx', '?path=/story/components-gone--refused-form'],
    ['README.md', '?path=/story/components-fielderrors--refused-form'],
  ])('reports a link of %s to %s', (file, target) => {
    const lines = ['## Try it', 'Text, `[no](link)`.', `See [this](${target}).`];
    expect(brokenLinks(made(file, ...lines), known)).toEqual([`${file}:3: ${target}`]);
  });

  it('reports a link that nobody can see, and one of two lines', () => {
    const text = made('README.md', '## Try it', 'See [](package.json), and [this', 'too](gone.md).');
    expect(brokenLinks(text, known)).toEqual(['README.md:2: package.json', 'README.md:2: gone.md']);
  });

  it('reads no links in code, and reports paths that do not exist', () => {
    expect(brokenLinks(readme, known)).toEqual([]);
    const text = made('README.md', 'In `src/index.ts` and `src/gone.ts`.');
    expect(missingPaths(text, known)).toEqual(['README.md: src/gone.ts']);
  });
});
