import { describe, expect, it } from 'vitest';
import {
  checkSnippets,
  idleContext,
  readDocstrings,
  readDocuments,
  type Snippet,
  snippetsOfDocument,
  snippetsOfSource,
} from './snippets.ts';

const snippets = [...readDocuments(), ...readDocstrings()];
const problems = checkSnippets(snippets);
const files = [...new Set(snippets.map(({ file }) => file))];

describe('the code that documents and docstrings show', () => {
  it('is found', () => {
    expect(files).toEqual(expect.arrayContaining(['README.md', 'src/api/findings.ts']));
    expect(snippets.length).toBeGreaterThan(150);
  });

  it.each(files)('of %s compiles', (file) => {
    const found = snippets
      .filter((snippet) => snippet.file === file)
      .flatMap((snippet) => problems.get(snippet));
    expect(found).toEqual([]);
  });

  it('uses every name that the context gives it', () => {
    expect(idleContext(snippets)).toEqual([]);
  });
});

describe('the check itself', () => {
  const made = (line: number, code: string, isShape = false): Snippet => ({
    file: 'stories/Made.mdx',
    line,
    code,
    isShape,
  });
  const wrong = made(10, "const list = useFindings({ state: 'need_fix' });\nlist.data?.rows;");
  const halfImported = made(
    20,
    "import { useAsset } from 'cobalt-react';\nuseAsset('as_1');\nuseFindings();",
  );
  const unclosed = made(30, '<CobaltUI>');
  const unknownPart = made(40, '<CobaltUI tone>\n  <CobaltErrorView />\n</CobaltUI>', true);
  const shape = made(50, '<CobaltUI service>\n  <CobaltErrorView />\n</CobaltUI>', true);
  const outside = made(60, 'const { data } = useFindings();\nreturn data ? <Rows data={data} /> : null;');
  const found = checkSnippets([wrong, halfImported, unclosed, unknownPart, shape, outside]);

  it('names the file and the line of the document', () => {
    expect(found.get(wrong)).toEqual([
      expect.stringMatching(/^stories\/Made\.mdx:11: Property 'rows' does not exist/),
    ]);
  });

  it('reports what does not parse', () => {
    expect(found.get(unclosed)).toContainEqual(expect.stringContaining('no corresponding closing tag'));
  });

  it('asks a snippet that imports something for all its imports', () => {
    expect(found.get(halfImported)).toEqual(["stories/Made.mdx:22: Cannot find name 'useFindings'."]);
  });

  it('lets a shape leave out values and props, but invent none', () => {
    expect(found.get(shape)).toEqual([]);
    expect(found.get(unknownPart)).toEqual([expect.stringContaining("'tone' does not exist")]);
  });

  it('lets an example return as a component would', () => {
    expect(found.get(outside)).toEqual([]);
  });

  it('reads fences of ts and tsx, also indented ones, and no others', () => {
    const text =
      '# T\n```sh\nnpm ci\n```\n- a\n\n  ```ts\n  one();\n  ```\n```tsx shape\n<A b />\n```\n```diff\n+x\n```\n';
    expect(snippetsOfDocument('a.md', text)).toEqual([
      { file: 'a.md', line: 8, code: 'one();', isShape: false },
      { file: 'a.md', line: 11, code: '<A b />', isShape: true },
    ]);
    expect(() => snippetsOfDocument('a.md', '```ts\none();')).toThrow('a.md:1: this fence is never closed');
  });

  it('reads every example of a docstring, with a fence and without', () => {
    const text =
      '/**\n * Says.\n *\n * @example\n * one();\n *\n * @example\n * ```ts\n * two();\n * ```\n * @see x\n */\n';
    expect(snippetsOfSource('a.ts', text).map(({ line, code }) => [line, code.trim()])).toEqual([
      [5, 'one();'],
      [8, 'two();'],
    ]);
  });
});
