import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withoutFences } from './links.ts';

const stories = join(import.meta.dirname, '../../stories/boundary');

const pages = {
  CobaltUI: 'CobaltUI.mdx',
  CobaltErrorBoundary: 'CobaltErrorBoundary.mdx',
  CobaltErrorView: 'CobaltErrorView.mdx',
  CooldownNotice: 'views/CooldownNotice.mdx',
  MaintenanceBanner: 'views/MaintenanceBanner.mdx',
  ReauthPrompt: 'views/ReauthPrompt.mdx',
  FieldErrors: 'FieldErrors.mdx',
  useErrorView: 'useErrorView.mdx',
  ErrorPanel: 'ErrorPanel.mdx',
};

describe('the documentation of a component', () => {
  it.each(Object.entries(pages))(
    '%s opens with its shape, then its parts and its attributes',
    (name, page) => {
      const text = readFileSync(join(stories, page), 'utf8');
      const [before = '', shape = ''] = text.split('```tsx shape\n');
      expect(before.trim().split('\n').at(-1)).toMatch(/^# /);
      expect(shape.split('```')[0]).toContain(name);
      const parts = text.indexOf('\n## Parts');
      expect(parts).toBeGreaterThan(before.length);
      expect(text.indexOf('\n## Attributes')).toBeGreaterThan(parts);
      expect(text.slice(text.indexOf('\n## Attributes'))).toContain('data-');
    },
  );

  it('leads to canvases that exist', () => {
    for (const page of [...Object.values(pages), 'Words.mdx']) {
      const text = readFileSync(join(stories, page), 'utf8');
      const file = /import \* as Stories from '\.\/(.+)'/.exec(text)?.[1] ?? '';
      const path = join(stories, page, '..', file);
      expect(existsSync(path), path).toBe(true);
      const source = readFileSync(path, 'utf8');
      for (const [, story = ''] of text.matchAll(/<Canvas of=\{Stories\.(\w+)\}/g)) {
        expect(source).toContain(`export const ${story}:`);
      }
    }
  });
});

describe('every page', () => {
  it('imports files that exist', () => {
    const root = join(stories, '..');
    const pages = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.mdx'),
    );
    expect(pages.length).toBeGreaterThan(10);
    const missing = pages.flatMap((page) =>
      [...withoutFences(readFileSync(join(root, page), 'utf8')).matchAll(/^import .* from '(\..+)';$/gm)]
        .map(([, file = '']) => join(root, page, '..', file.replace(/\?raw$/, '')))
        .filter((path) => !existsSync(path)),
    );
    expect(missing).toEqual([]);
  });
});

describe('the stories of the views', () => {
  it('carry the name of the view that they show, and where it has many faces the kind of failure', () => {
    const views = join(import.meta.dirname, '../../src/boundary/views');
    const names = readdirSync(join(stories, 'views')).map((file) => file.split('.')[0] ?? '');
    expect(names.length).toBeGreaterThan(15);
    expect(names.filter((name) => !existsSync(join(views, `${name}.tsx`)))).toEqual([]);
  });
});
