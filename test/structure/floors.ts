import { readFileSync, readdirSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import ts from 'typescript';

/** Which parts of `src` a part may import besides itself. The picture of it is in ARCHITECTURE.md. */
const mayImport: Record<string, readonly string[]> = {
  errors: [],
  connection: ['errors'],
  client: ['errors', 'connection'],
  query: ['errors', 'connection', 'client'],
  api: ['errors', 'connection', 'client', 'query'],
  boundary: ['errors', 'connection', 'client', 'query'],
  'finding-text': ['api'],
  server: ['errors', 'connection', 'client'],
  devtools: ['errors', 'connection', 'client'],
  storybook: ['client', 'query', 'boundary', 'server', 'testing'],
  testing: [],
  locales: ['boundary'],
  index: ['errors', 'connection', 'client', 'query', 'api', 'boundary'],
};

const withoutReact = ['errors', 'connection', 'client', 'server', 'devtools', 'testing', 'locales'];
/** `api` too: a server imports its descriptors, and a directive would turn them into client references. */
const neverClient = [...withoutReact, 'api', 'index'];
/** Doors of their own, so that nobody else needs the package behind them. */
const onPackage: Record<string, string> = { 'server/redis.ts': 'rate-limiter-flexible' };
const catchAllFolders = ['utils', 'util', 'types', 'lib', 'helpers', 'common', 'shared', 'misc'];

export interface SourceFile {
  /** Relative to `src`, with forward slashes. */
  path: string;
  text: string;
}

interface Import {
  from: string;
  /** Names that exist at run time; imported types are left out. */
  values: string[];
}

export function readSources(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: relative(folder, file).split(sep).join('/'),
      text: readFileSync(file, 'utf8'),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

export function placementProblems(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path }) => {
    const folders = path.split('/').slice(0, -1);
    return [
      ...(partOf(path) in mayImport ? [] : [`${path}: no such floor`]),
      ...(/\/index\.tsx?$/.test(path) ? [`${path}: an inner door`] : []),
      ...folders
        .filter((folder) => catchAllFolders.includes(folder))
        .map((folder) => `${path}: "${folder}" says nothing about what is in it`),
    ];
  });
}

export function importProblems(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const part = partOf(file.path);
    return readImports(file).imports.flatMap(({ from }) => {
      if (!from.startsWith('.')) {
        const allowed =
          from.startsWith('node:') || !withoutReact.includes(part) || onPackage[file.path] === from;
        return allowed ? [] : [`${file.path}: ${part} stands on no package, but imports ${from}`];
      }
      const target = partOf(posix.join(posix.dirname(file.path), from));
      const allowed = target === part || mayImport[part]?.includes(target);
      return allowed ? [] : [`${file.path}: ${part} must not import ${target} (${from})`];
    });
  });
}

export function directiveProblems(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const { imports, isClient, hasHandlers } = readImports(file);
    const values = imports.flatMap(({ from, values }) => values.map((name) => ({ from, name })));
    const holdsState = values.some(({ from, name }) => !from.startsWith('.') && isStateful(name));
    const usesState = values.some(({ name }) => isStateful(name)) || hasHandlers;

    if (neverClient.includes(partOf(file.path))) {
      return [
        ...(isClient ? [`${file.path}: must stay importable by a server, "use client" forbids it`] : []),
        ...(holdsState ? [`${file.path}: hooks of React and TanStack belong in query/ or boundary/`] : []),
      ];
    }
    if (holdsState && !isClient) return [`${file.path}: holds state or effects, "use client" is missing`];
    if (isClient && !usesState) return [`${file.path}: holds no state, "use client" is too much`];
    return [];
  });
}

export function isClientFile({ path, text }: SourceFile): boolean {
  return startsWithUseClient(parse(path, text));
}

/** The floor of a path in `src`: its folder, or the one whose door it is when it lies at the root. */
function partOf(path: string): string {
  return (path.split('/')[0] ?? path).replace(/\.tsx?$/, '');
}

function isStateful(name: string): boolean {
  return /^use[A-Z]/.test(name) || ['createContext', 'Component', 'PureComponent'].includes(name);
}

function readImports({ path, text }: SourceFile) {
  const source = parse(path, text);
  const imports: Import[] = [];
  let hasHandlers = false;

  function visit(node: ts.Node): void {
    if (ts.isImportDeclaration(node)) {
      imports.push({ from: textOf(node.moduleSpecifier), values: valuesOf(node) });
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      imports.push({ from: textOf(node.moduleSpecifier), values: [] });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [target] = node.arguments;
      if (target) imports.push({ from: textOf(target), values: [] });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      imports.push({ from: textOf(node.argument.literal), values: [] });
    } else if (ts.isJsxAttribute(node)) {
      hasHandlers ||= /^(on[A-Z]|ref$)/.test(node.name.getText());
    }
    ts.forEachChild(node, visit);
  }
  visit(source);

  return { imports, isClient: startsWithUseClient(source), hasHandlers };
}

function startsWithUseClient({ statements: [first] }: ts.SourceFile): boolean {
  return (
    first !== undefined &&
    ts.isExpressionStatement(first) &&
    ts.isStringLiteral(first.expression) &&
    first.expression.text === 'use client'
  );
}

function parse(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

function textOf(node: ts.Node): string {
  return ts.isStringLiteralLike(node) ? node.text : node.getText();
}

function valuesOf({ importClause }: ts.ImportDeclaration): string[] {
  const bindings = importClause?.namedBindings;
  if (!bindings || !ts.isNamedImports(bindings) || importClause.phaseModifier === ts.SyntaxKind.TypeKeyword)
    return [];
  return bindings.elements
    .filter((element) => !element.isTypeOnly)
    .map((element) => (element.propertyName ?? element.name).text);
}
