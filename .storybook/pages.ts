import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { toId } from 'storybook/internal/csf';
import { filesBelow } from '../test/structure/documents.ts';

const root = join(import.meta.dirname, '..');

export interface Page {
  /** Relative to the root of the project. */
  readonly file: string;
  readonly text: string;
}

export function readPages(): Page[] {
  return filesBelow('stories', /\.mdx$/).map((file) => ({ file, text: readFile(file) }));
}

/** As Storybook makes one of the title that a page has itself, or of that of its stories. */
export function idOfPage({ file, text }: Page): string {
  const [, title] = /<Meta title="([^"]+)"/.exec(text) ?? [];
  if (title !== undefined) return toId(title, 'docs');
  const [, name = ''] = /<Meta of=\{(\w+)\}/.exec(text) ?? [];
  const [, path] = new RegExp(String.raw`import \* as ${name} from '(.+)'`).exec(text) ?? [];
  if (path === undefined) throw new Error(`${file}: a page without a title`);
  return toId(titleOfStories(readFile(posix.join(posix.dirname(file), path))), 'docs');
}

export function titleOfStories(text: string): string {
  return /title: '([^']+)'/.exec(text)?.[1] ?? '';
}

function readFile(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
