import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { storyNameFromExport, toId } from 'storybook/internal/csf';
import { documentFiles, filesBelow } from './documents.ts';

const root = join(import.meta.dirname, '../..');

export interface Document {
  /** Relative to the root of the project. */
  readonly file: string;
  readonly text: string;
}

/** What links may lead to, beside what the documents themselves hold. */
export interface Places {
  readonly isFile: (path: string) => boolean;
  /** Ids of Storybook's pages and stories. */
  readonly ids: ReadonlySet<string>;
  readonly documents: ReadonlyMap<string, Document>;
  /** Which document a page of Storybook is made of. */
  readonly pages: ReadonlyMap<string, Document>;
}

export function readDocuments(): Document[] {
  return documentFiles().map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
}

export function readPlaces(documents: readonly Document[]): Places {
  const stories = new Map(
    filesBelow('stories', /\.stories\.tsx$/).map((file) => [file, readFileSync(join(root, file), 'utf8')]),
  );
  const ids = new Set<string>();
  for (const text of stories.values()) {
    for (const [, name = ''] of text.matchAll(/^export const (\w+)/gm))
      ids.add(toId(titleOf(text), storyNameFromExport(name)));
  }
  const pages = new Map<string, Document>();
  for (const document of documents.filter(({ file }) => file.endsWith('.mdx'))) {
    const id = toId(titleOfPage(document, stories), 'docs');
    ids.add(id);
    pages.set(id, document);
  }
  const isFile = (path: string): boolean => existsSync(join(root, path));
  return { isFile, ids, documents: new Map(documents.map((one) => [one.file, one])), pages };
}

/** Links of one document that lead nowhere, as "file:line: target". */
export function brokenLinks({ file, text }: Document, places: Places): string[] {
  return withoutFences(text)
    .split('\n')
    .flatMap((line, index) =>
      [...line.replace(/`[^`]*`/g, '``').matchAll(/\[[^\]]*\]\(([^)\s]+)\)/g)]
        .map(([, target = '']) => target)
        .filter((target) => !leadsSomewhere(target, { file, text }, places))
        .map((target) => `${file}:${String(index + 1)}: ${target}`),
    );
}

/** Files and folders of the project that a document names in backticks and that do not exist. */
export function missingPaths({ file, text }: Document, { isFile }: Places): string[] {
  const named =
    withoutFences(text).match(/`(?:src|test|stories|example|bench|\.storybook)\/[\w./-]+`/g) ?? [];
  return named
    .map((path) => path.slice(1, -1))
    .filter((path) => !isFile(path))
    .map((path) => `${file}: ${path}`);
}

function leadsSomewhere(target: string, from: Document, places: Places): boolean {
  const [path = '', hash] = target.split('#');
  if (/^[a-z]+:/i.test(target)) return /^(https:\/\/[\w.-]+\.[a-z]+(\/|$)|mailto:)/.test(target);
  if (path === '') return hasAnchor(from, hash);
  const page = /^\?path=\/(?:docs|story)\/(.+)$/.exec(path)?.[1];
  if (page !== undefined) return places.ids.has(page) && hasAnchor(places.pages.get(page), hash);
  // Storybook serves no files of the repository.
  if (from.file.endsWith('.mdx')) return false;
  const file = posix.join(posix.dirname(from.file), path);
  return places.isFile(file) && hasAnchor(places.documents.get(file), hash);
}

function hasAnchor(document: Document | undefined, hash: string | undefined): boolean {
  if (hash === undefined) return true;
  const headings = withoutFences(document?.text ?? '').match(/^#+ .+$/gm) ?? [];
  return headings.some((heading) => anchorOf(heading) === hash);
}

/** As GitHub and Storybook make one of a heading. */
function anchorOf(heading: string): string {
  return heading
    .replace(/^#+ /, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}

/** Every line keeps its number. */
export function withoutFences(text: string): string {
  return text.replace(/^( *)```[\s\S]*?^\1```/gm, (fence) => fence.replace(/[^\n]/g, ''));
}

function titleOf(stories: string): string {
  return /title: '([^']+)'/.exec(stories)?.[1] ?? '';
}

function titleOfPage({ file, text }: Document, stories: ReadonlyMap<string, string>): string {
  const [, title] = /<Meta title="([^"]+)"/.exec(text) ?? [];
  if (title !== undefined) return title;
  const [, name = ''] = /<Meta of=\{(\w+)\}/.exec(text) ?? [];
  const [, path = ''] = new RegExp(String.raw`import \* as ${name} from '(.+)'`).exec(text) ?? [];
  return titleOf(stories.get(posix.join(posix.dirname(file), path)) ?? '');
}
