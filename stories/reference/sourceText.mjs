import { join, relative } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '../..');

/** @typedef {{ text: string, examples: string[], see: string[], params: string[], deprecated: string }} Doc */

export function fileOf(node) {
  return relative(root, node.getSourceFile().fileName).replaceAll('\\', '/');
}

/** `{ text, examples, see, params }` of the comment above a node; all empty where there is none. */
export function docOf(node) {
  const doc = { text: '', examples: [], see: [], params: [], deprecated: '' };
  const comment = (ts.getLeadingCommentRanges(node.getSourceFile().text, node.pos) ?? [])
    .map(({ pos, end }) => node.getSourceFile().text.slice(pos, end))
    .findLast((text) => text.startsWith('/**'));
  if (comment === undefined) return doc;
  const lines = comment
    .replace(/^\/\*\*\s?|\s*\*\/$/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, ''));
  for (const part of lines.join('\n').split(/^(?=@\w)/m)) {
    const [, tag, text] = /^@(\w+)\s*([\s\S]*)$/.exec(part) ?? [];
    if (tag === undefined) doc.text = part.trim();
    else if (tag === 'example') doc.examples.push(text.replace(/^```\w*\n|```\s*$/g, '').trim());
    else if (tag === 'see') doc.see.push(text.trim());
    else if (tag === 'param') doc.params.push(text.trim());
    else if (tag === 'deprecated') doc.deprecated = text.trim();
    else throw new Error(`${node.getSourceFile().fileName}: the reference knows no @${tag}`);
  }
  return doc;
}

/** What a function takes apart at once has no name; its type says all. */
export function parameterText(parameter, isComponent) {
  const isOptional = parameter.questionToken || parameter.initializer ? '?' : '';
  const rest = parameter.dotDotDotToken ? '...' : '';
  const name = ts.isIdentifier(parameter.name) ? parameter.name.text : isComponent ? 'props' : 'options';
  return `${rest}${name}${isOptional}: ${parameter.type ? oneLine(parameter.type) : 'unknown'}`;
}

/** Where a type has to be imported from is no part of its name. */
export function typeText(type, node, checker) {
  return checker
    .typeToString(type, node, ts.TypeFormatFlags.NoTruncation)
    .replace(/import\("[^"]*"\)\./g, '');
}

export function textOf(node) {
  return node.getText().replace(/\n\s*\/\*\*[\s\S]*?\*\//g, '');
}

export function oneLine(node) {
  return textOf(node)
    .replace(/\/\*\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/([(<]) /g, '$1')
    .replace(/,? ([)>])(?!=)/g, '$1')
    .replace(/^\| /, '')
    .trim();
}
