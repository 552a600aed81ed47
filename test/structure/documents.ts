import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Everything that people read, relative to the root of the project. */
export function documentFiles(): string[] {
  return [
    ...readdirSync(root).filter((name) => name.endsWith('.md')),
    ...filesBelow('bench', /\.md$/),
    ...filesBelow('test', /\.md$/),
    ...filesBelow('stories', /\.mdx$/),
  ];
}

/** Not what is installed there: the bench has packages of its own. */
export function filesBelow(folder: string, pattern: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => pattern.test(path) && !path.includes('node_modules'))
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .sort();
}
