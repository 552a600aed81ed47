import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { directiveProblems, importProblems, placementProblems, readSources } from './floors.ts';

const sources = readSources(join(import.meta.dirname, '../../src'));

describe('the floors of src', () => {
  it('holds only the known floors, no inner index and no catch-all folder', () => {
    expect(placementProblems(sources)).toEqual([]);
  });

  it('imports only from lower floors', () => {
    expect(importProblems(sources)).toEqual([]);
  });

  it('says "use client" exactly where state or effects are', () => {
    expect(directiveProblems(sources)).toEqual([]);
  });
});

describe('the check itself', () => {
  it('reports what lies in the wrong place', () => {
    const files = [
      'index.ts',
      'server.ts',
      'server/index.ts',
      'api/index.ts',
      'query/utils/key.ts',
      'things/a.ts',
      'a.ts',
    ];
    expect(placementProblems(files.map((path) => ({ path, text: '' })))).toEqual([
      'server/index.ts: an inner door',
      'api/index.ts: an inner door',
      'query/utils/key.ts: "utils" says nothing about what is in it',
      'things/a.ts: no such floor',
      'a.ts: no such floor',
    ]);
  });

  it.each([
    ['errors/a.ts', "import { b } from '../client/b.ts';"],
    ['client/a.ts', "import type { ReactNode } from 'react';"],
    ['api/a.ts', "type View = import('../boundary/view.tsx').View;"],
    ['boundary/a.tsx', "const api = await import('../api/assets.ts');"],
    ['server/a.ts', "export { b } from '../query/b.ts';"],
    ['server/a.ts', "import { RateLimiterRedis } from 'rate-limiter-flexible';"],
    ['server/redis.ts', "import Redis from 'ioredis';"],
    ['testing/a.ts', "import type { Code } from '../errors/code.ts';"],
    ['index.ts', "export * from './testing.ts';"],
    ['server.ts', "export { a } from './testing/a.ts';"],
  ])('reports a forbidden import in %s: %s', (path, text) => {
    expect(importProblems([{ path, text }])).toHaveLength(1);
  });

  it.each([
    ['client/a.ts', "import { b } from '../errors/b.ts'; import { c } from './c.ts';"],
    ['query/a.ts', "import { useQuery } from '@tanstack/react-query';"],
    ['server/a.ts', "import type { IncomingMessage } from 'node:http';"],
    ['server/redis.ts', "import { RateLimiterRedis } from 'rate-limiter-flexible';"],
    ['index.ts', "export { a } from './boundary/a.tsx';"],
    ['server.ts', "export { a } from './server/a.ts';"],
  ])('accepts the imports of %s: %s', (path, text) => {
    expect(importProblems([{ path, text }])).toEqual([]);
  });

  it.each([
    ['query/a.ts', "import { useState } from 'react';"],
    ['boundary/a.tsx', "'use client';\nexport const Part = () => <p />;"],
    ['client/a.ts', "'use client';"],
    ['api/a.ts', "import { useQuery } from '@tanstack/react-query';"],
  ])('reports a wrong directive in %s: %s', (path, text) => {
    expect(directiveProblems([{ path, text }])).toHaveLength(1);
  });

  it.each([
    ['query/a.ts', "'use client';\nimport { useState } from 'react';"],
    ['query/b.ts', "import type { useState } from 'react';"],
    ['boundary/a.tsx', "'use client';\nexport const Retry = () => <button onClick={retry} />;"],
    ['api/a.ts', "import { useEndpoint } from '../query/useEndpoint.ts';"],
  ])('accepts the directive of %s: %s', (path, text) => {
    expect(directiveProblems([{ path, text }])).toEqual([]);
  });
});
