import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readExports } from '../../stories/reference/readExports.mjs';
import { writePages } from '../../stories/reference/writePages.mjs';

const folder = join(import.meta.dirname, '../../stories/reference');
const entries = readExports();
const pages = writePages(entries);

describe('the reference', () => {
  it('is as new as the docstrings (`npm run reference` writes it)', () => {
    const kept = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.mdx'))
      .map((name) => name.replaceAll('\\', '/'));
    expect(kept.sort()).toEqual([...pages.keys()].sort());
    const stale = kept.filter((name) => readFileSync(join(folder, name), 'utf8') !== pages.get(name));
    expect(stale).toEqual([]);
  });

  it('has every export, once on a page of its door, and in the index', () => {
    const all = [...pages.values()].join('\n');
    const index = pages.get('index.mdx');
    for (const { name } of entries) {
      expect(all).toContain(`\n## ${name}\n`);
      expect(index).toContain(`[\`${name}\`](`);
    }
    for (const page of pages.values()) {
      const headings = page.match(/^## .+$/gm) ?? [];
      expect(new Set(headings).size).toBe(headings.length);
    }
  });

  it('has what a type has from another, and says from which', () => {
    const ui = sectionOf('boundaries.mdx', 'CobaltUIProps');
    expect(ui).toMatch(/From \[`UISettings`\]\(#uisettings\):[^]*\| `onGoBack\?` \|/);
    const view = sectionOf('boundaries.mdx', 'CobaltErrorViewProps');
    expect(view).toContain('| `onRetry?` |');
    expect(view).not.toContain('| `failures?` |');
    expect(sectionOf('boundaries.mdx', 'CooldownNoticeProps')).toContain(
      '`error?` | `TooManyRequestsError` |',
    );
    expect(sectionOf('boundaries.mdx', 'ReauthPromptProps')).toContain('`error?` | `UnauthorizedError` |');
    expect(sectionOf('testing.mdx', 'MockData')).toContain('| `assets` | `readonly MockAsset[]` |');
    expect(sectionOf('queries.mdx', 'WriteDescriptor')).toContain(
      'From [`CobaltOperation`](./client.mdx#cobaltoperation):',
    );
    expect(sectionOf('errors.mdx', 'GoneError')).toContain('And all that [`CobaltError`](#cobalterror) has.');
  });

  it('takes what a type has from one that is not exported for its own', () => {
    const options = sectionOf('client.mdx', 'RegionClientOptions');
    expect(options).toContain('| `timeoutMs?` |');
    expect(options).not.toContain('From ');
  });

  it('leads from each component to its props', () => {
    const components = entries.filter(
      ({ kind, signature }) => kind === 'component' && signature.includes('(props: '),
    );
    expect(components.length).toBeGreaterThan(8);
    const all = [...pages.values()].join('\n');
    for (const { name } of components)
      expect(all).toContain(`Its props: [\`${name}Props\`](#${name.toLowerCase()}props).`);
  });

  it('says whose documentation it leads to, and to what', () => {
    const lines = [...pages.values()].flatMap((page) => page.match(/^In .* documentation: .*$/gm) ?? []);
    expect(lines.length).toBeGreaterThan(50);
    const isRight = (line: string): boolean =>
      /^In Cobalt's documentation: \[[^\]]+\]\(https:\/\/docs\.cobalt\.io\//.test(line) ||
      /^In TanStack's documentation: \[[^\]]+\]\(https:\/\/tanstack\.com\//.test(line);
    expect(lines.filter((line) => !isRight(line))).toEqual([]);
  });

  it.each(['https://tanstack.com/query/v5/docs', 'https://example.com/docs Queries'])(
    'is not written with a source that has no name: %s',
    (see) => {
      const [entry] = entries;
      expect(() => writePages([{ ...entry!, doc: { ...entry!.doc, see: [see] } }])).toThrow(see);
    },
  );

  it('leaves MDX nothing to run', () => {
    for (const page of pages.values()) {
      const [, text = ''] = page.split(/^<Meta .*\/>$/m);
      const bare = text
        .replace(/^```[\s\S]*?^```$/gm, '')
        .replace(/`` .*? ``|`[^`\n]*`/g, '')
        .replace(/\\[{}]/g, '');
      expect(bare).not.toMatch(/[{}<`]/);
    }
  });

  it('is the same, in whatever order the exports are read', () => {
    expect(writePages([...entries].reverse())).toEqual(pages);
  });
});

describe('the docstring of every export', () => {
  it('says what it is', () => {
    expect(entries.length).toBeGreaterThan(300);
    expect(lacking(({ doc }) => doc.text.length > 10)).toEqual([]);
  });

  it('shows an example of what is called, rendered or caught', () => {
    const used = ['component', 'hook', 'function', 'class'];
    expect(lacking(({ kind, doc }) => !used.includes(kind) || doc.examples.length > 0)).toEqual([]);
  });

  it('says of an operation where Cobalt describes it', () => {
    const isSourced = ({ file, kind, doc }: (typeof entries)[number]): boolean =>
      kind !== 'hook' ||
      !file.startsWith('src/api/') ||
      doc.see.some((source) => source.startsWith('https://docs.cobalt.io/v2/'));
    expect(lacking(isSourced)).toEqual([]);
  });

  it('says of a number of time in which unit it is', () => {
    const times = entries.flatMap(({ name, members }) =>
      members
        .filter(
          (member) =>
            /^number\b/.test(member.type) && /(At|Ms|since|until|expectedEnd)\??$/.test(member.name),
        )
        .filter((member) => !/Ms\??$/.test(member.name) && !/[Mm]illiseconds/.test(member.doc.text))
        .map((member) => `${name}.${member.name}`),
    );
    expect(times).toEqual([]);
  });
});

function sectionOf(page: string, name: string): string {
  const sections = pages.get(page)?.split(/^(?=## )/m) ?? [];
  return sections.find((section) => section.startsWith(`## ${name}\n`)) ?? '';
}

function lacking(has: (entry: (typeof entries)[number]) => boolean): string[] {
  return entries.filter((entry) => !has(entry)).map(({ name, file }) => `${name} (${file})`);
}
