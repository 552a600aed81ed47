/** `npm run reference`: writes the reference anew from the docstrings. A test says when that is due. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readExports } from './readExports.mjs';
import { writePages } from './writePages.mjs';

const folder = import.meta.dirname;
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (name.endsWith('.mdx')) rmSync(join(folder, name));
}
for (const [name, text] of writePages(readExports())) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}
