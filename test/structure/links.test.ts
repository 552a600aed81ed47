import { describe, expect, it } from 'vitest';
import { brokenLinks, type Document, missingPaths, readDocuments, readPlaces } from './links.ts';

const documents = readDocuments();
const places = readPlaces(documents);

describe('the documents', () => {
  it('link to nothing that is not there', () => {
    expect(documents.length).toBeGreaterThan(20);
    expect(documents.flatMap((document) => brokenLinks(document, places))).toEqual([]);
  });

  it('name no file that is not there', () => {
    expect(documents.flatMap((document) => missingPaths(document, places))).toEqual([]);
  });
});

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
    ['stories/B.mdx', '?path=/docs/guides-one-thing--docs#two-words-code'],
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
    ['stories/B.mdx', '?path=/docs/guides-gone--docs'],
    ['stories/B.mdx', '?path=/docs/guides-one-thing--docs#nowhere'],
  ])('reports a link of %s to %s', (file, target) => {
    const lines = ['## Try it', 'Text, `[no](link)`.', `See [this](${target}).`];
    expect(brokenLinks(made(file, ...lines), known)).toEqual([`${file}:3: ${target}`]);
  });

  it('reads no links in code, and reports paths that do not exist', () => {
    expect(brokenLinks(readme, known)).toEqual([]);
    const text = made('README.md', 'In `src/index.ts` and `src/gone.ts`.');
    expect(missingPaths(text, known)).toEqual(['README.md: src/gone.ts']);
  });
});
