import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

it('SECURITY.md names tests that exist', () => {
  const named = readFileSync(join(root, 'SECURITY.md'), 'utf8').match(/\btest\/[\w./-]+\.tsx?/g) ?? [];
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
