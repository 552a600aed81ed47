import { join, relative } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '../..');

/**
 * @typedef {{ text: string, examples: string[], see: string[], params: string[], deprecated: string }} Doc
 * @typedef {{ name: string, type: string, doc: Doc }} Member
 * @typedef {'component' | 'hook' | 'function' | 'class' | 'constant' | 'type'} Kind
 * @typedef {{ name: string, door: string, file: string, kind: Kind, signature: string, doc: Doc, members: Member[] }} Export
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
  const source = first.getSourceFile();
  return {
    name: symbol.name,
    door,
    file: relative(root, source.fileName).replaceAll('\\', '/'),
    kind: kindOf(first, symbol.name),
    signature: declarations.map((node) => signatureOf(node, checker)).join('\n'),
    doc: docOf(ts.isVariableDeclaration(first) ? first.parent.parent : first),
    members: membersOf(first),
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

/** What a function takes apart at once has no name; its type says all. */
function parameterText(parameter, isComponent) {
  const isOptional = parameter.questionToken || parameter.initializer ? '?' : '';
  const rest = parameter.dotDotDotToken ? '...' : '';
  const name = ts.isIdentifier(parameter.name) ? parameter.name.text : isComponent ? 'props' : 'options';
  return `${rest}${name}${isOptional}: ${parameter.type ? oneLine(parameter.type) : 'unknown'}`;
}

function constantSignature(node, checker) {
  const name = node.name.text;
  if (node.type) return `const ${name}: ${textOf(node.type)}`;
  // What is written out, as a catalogue of sentences, needs no type beside it.
  if (ts.isAsExpression(node.initializer) || ts.isSatisfiesExpression(node.initializer))
    return `const ${name}`;
  return `const ${name}: ${typeText(checker.getTypeAtLocation(node), node, checker)}`;
}

/** Where a type has to be imported from is no part of its name. */
function typeText(type, node, checker) {
  return checker
    .typeToString(type, node, ts.TypeFormatFlags.NoTruncation)
    .replace(/import\("[^"]*"\)\./g, '');
}

function typeParametersOf({ typeParameters = [] }) {
  return typeParameters.length === 0 ? '' : `<${typeParameters.map(oneLine).join(', ')}>`;
}

function membersOf(node) {
  const isType = ts.isInterfaceDeclaration(node);
  if (!isType && !ts.isClassDeclaration(node)) return [];
  return node.members.filter(isPublicMember).map((member) => ({
    name: `${member.name.getText()}${member.questionToken ? '?' : ''}`,
    type: memberType(member),
    doc: docOf(member),
  }));
}

function isPublicMember(member) {
  return (
    member.name !== undefined &&
    !ts.isComputedPropertyName(member.name) &&
    !ts.isConstructorDeclaration(member)
  );
}

function memberType(member) {
  if (member.type && !ts.isMethodSignature(member) && !ts.isMethodDeclaration(member))
    return oneLine(member.type);
  if (member.initializer) return oneLine(member.initializer);
  const parameters = member.parameters.map((parameter) => parameterText(parameter, false)).join(', ');
  return `(${parameters}) => ${member.type ? oneLine(member.type) : 'void'}`;
}

/** `{ text, examples, see, params }` of the comment above a node; all empty where there is none. */
function docOf(node) {
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

function textOf(node) {
  return node.getText().replace(/\n\s*\/\*\*[\s\S]*?\*\//g, '');
}

function oneLine(node) {
  return textOf(node)
    .replace(/\/\*\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/([(<]) /g, '$1')
    .replace(/,? ([)>])(?!=)/g, '$1')
    .trim();
}
