// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = join(import.meta.dirname, '../../src');
const files = ['query', 'api'].flatMap((folder) =>
  readdirSync(join(src, folder)).map((file) => [`${folder}/${file}`] as const),
);

describe('React 18 runs', () => {
  it.each(files)('%s', (file) => {
    const text = readFileSync(join(src, file), 'utf8');
    // What React 19 brought, and what a context as its own provider looks like.
    expect(text).not.toMatch(
      /\buse\(|useActionState|useOptimistic|useEffectEvent|\bcache\(|<\w+Context[\s>]/,
    );
    expect(text).not.toMatch(/props\.ref\b|\{[^}]*\bref\b[^}]*\}: \w+Props/);
  });

  it.each(files)('%s says "use client" where it holds hooks that React must run, and only there', (file) => {
    const text = readFileSync(join(src, file), 'utf8');
    const usesReact =
      /from 'react'/.test(text) || /^import \{[^}]*\buse[A-Z]\w*[^}]*\} from '@tanstack/m.test(text);
    expect(text.startsWith("'use client';")).toBe(usesReact);
  });
});
