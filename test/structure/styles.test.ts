import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AtRule, type Declaration, parse, type Rule } from 'postcss';
import { describe, expect, it } from 'vitest';
import { unlayered } from '../../unlayered.ts';

const root = join(import.meta.dirname, '../..');
const source = readFileSync(join(root, 'src/styles.css'), 'utf8');

/** What stands around a rule or a declaration, from the inside out. */
function* around(node: Rule | Declaration): Generator<Rule | AtRule> {
  for (let parent = node.parent; parent && parent.type !== 'root'; parent = parent.parent as typeof parent) {
    yield parent;
  }
}

function contextOf(node: Rule | Declaration): string[] {
  return [...around(node)].flatMap((parent) =>
    parent.type === 'atrule' && parent.name !== 'layer' ? [`@${parent.name} ${parent.params}`] : [],
  );
}

function layerOf(node: Rule | Declaration): string | undefined {
  return [...around(node)].flatMap((parent) =>
    parent.type === 'atrule' && parent.name === 'layer' ? [parent.params] : [],
  )[0];
}

interface PlainRule {
  readonly context: string[];
  readonly selector: string;
  readonly declarations: string[];
}

function rulesOf(css: string): PlainRule[] {
  const rules: PlainRule[] = [];
  parse(css).walkRules((rule) => {
    rules.push({
      context: contextOf(rule),
      selector: oneLine(rule.selector),
      declarations: rule.nodes.flatMap((node) => (node.type === 'decl' ? [oneLine(node.toString())] : [])),
    });
  });
  return rules;
}

function declarationsOf(css: string): Declaration[] {
  const declarations: Declaration[] = [];
  parse(css).walkDecls((declaration) => {
    declarations.push(declaration);
  });
  return declarations;
}

/** Line breaks mean nothing here. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('( ', '(').replaceAll(' )', ')');
}

describe('the stylesheet', () => {
  it('has five layers in one order, and nothing outside of them', () => {
    const [order, ...layers] = parse(source).nodes.filter(({ type }) => type !== 'comment') as AtRule[];
    const names = layers.map(({ name, params }) => `${name} ${params}`);
    expect(order?.params.split(', ')).toEqual(names.map((name) => name.replace('layer ', '')));
    expect(names).toEqual([
      'layer cobalt.tokens',
      'layer cobalt.base',
      'layer cobalt.variants',
      'layer cobalt.states',
      'layer cobalt.a11y',
    ]);
  });

  it('weighs nothing in any selector', () => {
    const heavy = rulesOf(source).filter(({ selector }) => !isOneWhere(selector));
    expect(heavy.map(({ selector }) => selector)).toEqual([]);
  });

  it('insists on nothing but what accessibility needs', () => {
    const declarations = declarationsOf(source);
    const insisting = declarations.filter(({ important }) => important);
    expect(new Set(insisting.map(layerOf))).toEqual(new Set(['cobalt.a11y']));
    const yielding = declarations.filter((one) => layerOf(one) === 'cobalt.a11y' && !one.important);
    expect(yielding.map(String)).toEqual([]);
  });

  it('knows no left and no right', () => {
    const physical = /^(margin|padding|border|inset)?-?(left|right|top|bottom)|^((min|max)-)?(width|height)$/;
    const wrong = declarationsOf(source).filter(
      ({ prop, value }) => physical.test(prop) || /\b(left|right)\b/.test(value),
    );
    expect(wrong.map(String)).toEqual([]);
  });

  it('names every public variable at its top, and in the documentation', () => {
    const read = new Set([...source.matchAll(/var\(\s*(--cobalt-[a-z-]+)/g)].map(([, name]) => name!));
    const severities = /-(neutral|info|warning|danger|success)-/;
    const [head = ''] = source.split('@layer cobalt.tokens,');
    const page = readFileSync(join(root, 'stories/theming/Theming.mdx'), 'utf8');
    for (const name of new Set([...read].map((one) => one.replace(severities, '-{severity}-')))) {
      expect(head).toContain(name);
      expect(page).toContain(`\`${name}\``);
    }
    expect(read.size).toBeGreaterThan(25);
  });

  it('has the same colours for browsers that do not know light-dark()', () => {
    const old = '@supports not (color: light-dark(red, red))';
    const colours = (isOld: boolean): Record<string, string> =>
      Object.fromEntries(
        rulesOf(source)
          .filter(({ context }) => context.includes(old) === isOld)
          .flatMap(({ selector, declarations }) =>
            declarations
              .map((declaration) => [declaration, oneLine(declaration)] as const)
              .flatMap(([text]) => {
                const [, name, light, dark] =
                  /^(--_\w+): var\(--[\w-]+, .*?(#\w+)\b.*?(#\w+)\b/.exec(text) ?? [];
                return name ? [[`${selector} ${name}`, `${light!} ${dark!}`]] : [];
              }),
          ),
      );
    expect(Object.keys(colours(true)).length).toBe(21);
    expect(colours(true)).toEqual(colours(false));
  });
});

/** One `:where(…)` and nothing beside it. */
function isOneWhere(selector: string): boolean {
  if (!selector.startsWith(':where(')) return false;
  let depth = 0;
  for (let at = ':where'.length; at < selector.length; at++) {
    if (selector[at] === '(') depth += 1;
    if (selector[at] === ')') depth -= 1;
    if (depth === 0) return at === selector.length - 1;
  }
  return false;
}

describe('the stylesheet without layers', () => {
  it('has the same rules in the same order, each as heavy as one element', () => {
    const copy = rulesOf(unlayered(source));
    expect(copy.map(({ selector }) => selector.slice(0, ':not(_)'.length))).toEqual(
      copy.map(() => ':not(_)'),
    );
    expect(copy.map((rule) => ({ ...rule, selector: rule.selector.slice(':not(_)'.length) }))).toEqual(
      rulesOf(source),
    );
  });

  it('has no layer', () => {
    expect(unlayered(source)).not.toContain('@layer c');
  });

  const built = join(root, 'dist/styles.unlayered.css');
  it.skipIf(!existsSync(built))('is what the build writes', () => {
    expect(readFileSync(built, 'utf8')).toBe(unlayered(readFileSync(join(root, 'dist/styles.css'), 'utf8')));
  });
});
