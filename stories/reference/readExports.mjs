import { join } from 'node:path';
import ts from 'typescript';
import { basesOf, membersOf } from './readMembers.mjs';
import { docOf, fileOf, oneLine, parameterText, textOf, typeText } from './sourceText.mjs';

const root = join(import.meta.dirname, '../..');

/**
 * @typedef {'component' | 'hook' | 'function' | 'class' | 'constant' | 'type'} Kind
 * @typedef {{ name: string, door: string, file: string, kind: Kind, signature: string, doc: import('./sourceText.mjs').Doc, members: import('./readMembers.mjs').Member[], bases: import('./readMembers.mjs').Base[] }} Export
 */

/**
 * Everything that an app can import, by the door it comes through, as its source declares and describes it.
 *
 * @returns {Export[]}
 */
export function readExports() {
  const { options, doors } = readProject();
  const program = ts.createProgram(Object.values(doors), options);
  const checker = program.getTypeChecker();
  return Object.entries(doors).flatMap(([door, path]) => {
    const symbol = checker.getSymbolAtLocation(program.getSourceFile(path));
    return checker
      .getExportsOfModule(symbol)
      .map((entry) => (entry.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(entry) : entry))
      .map((target) => describe(target, door, checker));
  });
}

function readProject() {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root);
  const doors = Object.entries(config.compilerOptions.paths)
    .filter(([door]) => !door.endsWith('.css'))
    .map(([door, [path]]) => [door, join(root, path)]);
  return { options, doors: Object.fromEntries(doors) };
}

function describe(symbol, door, checker) {
  const declarations = symbol.declarations.filter(
    (node) => !ts.isFunctionDeclaration(node) || isShown(node, symbol),
  );
  const [first] = declarations;
  return {
    name: symbol.name,
    door,
    file: fileOf(first),
    kind: kindOf(first, symbol.name),
    signature: declarations.map((node) => signatureOf(node, checker)).join('\n'),
    doc: docOf(ts.isVariableDeclaration(first) ? first.parent.parent : first),
    members: membersOf(first),
    bases: basesOf(first, checker),
  };
}

/** The implementation behind overloads is nobody's business. */
function isShown(node, symbol) {
  return node.body === undefined || symbol.declarations.length === 1;
}

function kindOf(node, name) {
  if (ts.isClassDeclaration(node)) return 'class';
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return 'type';
  if (!ts.isFunctionDeclaration(node)) return 'constant';
  if (/^use[A-Z]/.test(name)) return 'hook';
  return /^[A-Z]/.test(name) ? 'component' : 'function';
}

function signatureOf(node, checker) {
  if (ts.isFunctionDeclaration(node)) return functionSignature(node, checker);
  if (ts.isTypeAliasDeclaration(node)) return textOf(node).replace(/^export /, '');
  if (ts.isVariableDeclaration(node)) return constantSignature(node, checker);
  const heritage = (node.heritageClauses ?? []).map((clause) => ` ${oneLine(clause)}`).join('');
  const word = ts.isClassDeclaration(node) ? 'class' : 'interface';
  const abstract = node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AbstractKeyword)
    ? 'abstract '
    : '';
  return `${abstract}${word} ${node.name.text}${typeParametersOf(node)}${heritage}`;
}

function functionSignature(node, checker) {
  const name = node.name.text;
  const parameters = node.parameters.map((parameter) => parameterText(parameter, /^[A-Z]/.test(name)));
  const result = node.type
    ? oneLine(node.type)
    : typeText(checker.getReturnTypeOfSignature(checker.getSignatureFromDeclaration(node)), node, checker);
  const asLine = `function ${name}${typeParametersOf(node)}(${parameters.join(', ')}): ${result}`;
  if (asLine.length <= 100 || parameters.length === 0) return asLine;
  const lines = parameters.map((parameter) => `  ${parameter},\n`).join('');
  return `function ${name}${typeParametersOf(node)}(\n${lines}): ${result}`;
}

function constantSignature(node, checker) {
  const name = node.name.text;
  if (node.type) return `const ${name}: ${textOf(node.type)}`;
  // What is written out, as a catalogue of sentences, needs no type beside it.
  if (ts.isAsExpression(node.initializer) || ts.isSatisfiesExpression(node.initializer))
    return `const ${name}`;
  return `const ${name}: ${typeText(checker.getTypeAtLocation(node), node, checker)}`;
}

function typeParametersOf({ typeParameters = [] }) {
  return typeParameters.length === 0 ? '' : `<${typeParameters.map(oneLine).join(', ')}>`;
}
