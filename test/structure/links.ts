import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { storyNameFromExport, toId } from 'storybook/internal/csf';
import { idOfPage, titleOfStories } from '../../.storybook/pages.ts';
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
  /** Ids of Storybook's stories. */
  readonly stories: ReadonlySet<string>;
  readonly documents: ReadonlyMap<string, Document>;
  /** Which document a page of Storybook is made of. */
  readonly pages: ReadonlyMap<string, Document>;
}

interface Link {
  readonly text: string;
  readonly target: string;
  readonly line: number;
}

export function readDocuments(): Document[] {
  return documentFiles().map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
}

export function readPlaces(documents: readonly Document[]): Places {
  const stories = new Set<string>();
  for (const file of filesBelow('stories', /\.stories\.tsx$/)) {
    const text = readFileSync(join(root, file), 'utf8');
    for (const [, name = ''] of text.matchAll(/^export const (\w+)/gm))
      stories.add(toId(titleOfStories(text), storyNameFromExport(name)));
  }
  const pages = documents.filter(isPage).map((document) => [idOfPage(document), document] as const);
  const byFile = new Map(documents.map((one) => [one.file, one]));
  const isFile = (path: string): boolean => byFile.has(path) || existsSync(join(root, path));
  return { isFile, stories, documents: byFile, pages: new Map(pages) };
}

export function isPage({ file }: Document): boolean {
  return file.endsWith('.mdx');
}

/** What stands in code is no link. */
export function linksOf({ text }: Document): Link[] {
  const read = withoutFences(text).replace(/`[^`\n]*`/g, (code) => code.replace(/[^`]/g, '-'));
  return [...read.matchAll(/\[([^\]]*)\]\(([^)\s]+)\)/g)].map(({ 1: words = '', 2: target = '', index }) => ({
    text: words,
    target,
    line: read.slice(0, index).split('\n').length,
  }));
}

/** Links of one document that lead nowhere, or that nobody can see, as "file:line: target". */
export function brokenLinks(document: Document, places: Places): string[] {
  return linksOf(document)
    .filter(({ text, target }) => text.trim() === '' || !leadsSomewhere(target, document, places))
    .map(({ line, target }) => `${document.file}:${String(line)}: ${target}`);
}

/** What a link to a file leads to, relative to the root of the project; nothing for any other link. */
export function linkedFile(target: string, from: Document): string | undefined {
  const [path = ''] = target.split('#');
  if (path === '' || path.startsWith('?') || /^[a-z]+:/i.test(path)) return undefined;
  return posix.join(posix.dirname(from.file), path);
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
  const [, hash] = target.split('#');
  if (/^[a-z]+:/i.test(target)) return /^(https:\/\/[\w.-]+\.[a-z]+(\/|$)|mailto:)/.test(target);
  if (target.startsWith('#')) return hasAnchor(from, hash);
  const story = /^\?path=\/story\/(.+)$/.exec(target)?.[1];
  if (story !== undefined) return isPage(from) && places.stories.has(story);
  const file = linkedFile(target, from);
  // Storybook serves pages, and no other files of the repository.
  if (file === undefined || (isPage(from) && !file.endsWith('.mdx'))) return false;
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
