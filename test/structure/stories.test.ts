import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { everyError as examples } from '../../stories/boundary/errors.ts';
import { everyError } from '../errors/everyError.ts';
import { filesBelow } from './documents.ts';

const root = join(import.meta.dirname, '../..');

/** Each story of a file, by its name. */
function storiesOf(file: string): [name: string, source: string][] {
  const [, ...parts] = readFileSync(join(root, file), 'utf8').split(/^export const /m);
  return parts.map((part) => [/^\w+/.exec(part)?.[0] ?? '', part]);
}

describe('the stories of the statuses', () => {
  it.each(filesBelow('stories/boundary/views', /\.stories\.tsx$/))('%s ends at restored data', (file) => {
    const restored = storiesOf(file).filter(([, source]) =>
      /await visitor\.sees(Findings|Building)\([^)]*\);\n {2}\},/.test(source),
    );
    expect(restored.map(([name]) => name)).not.toEqual([]);
  });

  it('have every kind among the examples that the controls choose from, as a read and as a write', () => {
    const kinds = new Set(Object.values(everyError).map(({ kind }) => kind));
    expect(new Set(examples(0).map(({ read }) => read.kind))).toEqual(kinds);
    expect(examples(0).filter(({ write }) => write.operation !== 'write')).toEqual([]);
  });
});
