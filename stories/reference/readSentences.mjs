import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Every sentence of the views in English, by its key, in the order of the catalogue. */
export function readSentences() {
  const path = join(import.meta.dirname, '../../src/boundary/english.ts');
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
  const sentences = [];
  const visit = (node) => {
    if (
      ts.isPropertyAssignment(node) &&
      ts.isStringLiteralLike(node.name) &&
      ts.isStringLiteralLike(node.initializer)
    )
      sentences.push([node.name.text, node.initializer.text]);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return sentences;
}
