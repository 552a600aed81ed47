import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { documentFiles, filesBelow } from './documents.ts';

/** One piece of code that a document or a docstring shows. */
export interface Snippet {
  /** Relative to the root of the project. */
  readonly file: string;
  /** Of its first line of code, counted from 1. */
  readonly line: number;
  readonly code: string;
  /** An anatomy: it names parts and props, and leaves their values out. */
  readonly isShape: boolean;
}

const root = join(import.meta.dirname, '../..');
const CONTEXT_FILE = 'snippetContext.tsx';
/** Examples say `return` where a component would. */
const RETURN_OUTSIDE_OF_A_FUNCTION = 1108;
/** A shape leaves out props that are required. */
const MISSING_PROPS = [2739, 2740, 2741];

export function readDocuments(): Snippet[] {
  // The reference is made of docstrings.
  const files = documentFiles().filter((file) => !file.startsWith('stories/reference/'));
  return files.flatMap((file) => snippetsOfDocument(file, readFileSync(join(root, file), 'utf8')));
}

export function readDocstrings(): Snippet[] {
  return filesBelow('src', /\.tsx?$/).flatMap((file) =>
    snippetsOfSource(file, readFileSync(join(root, file), 'utf8')),
  );
}

/** What stands in fences of `ts` and `tsx`. */
export function snippetsOfDocument(file: string, text: string): Snippet[] {
  const snippets: Snippet[] = [];
  let open: { info: string; line: number; lines: string[]; indent: number } | undefined;
  text.split('\n').forEach((line, index) => {
    const [, indent = '', info] = /^( *)```(.*)$/.exec(line) ?? [];
    if (info === undefined) {
      open?.lines.push(line.slice(open.indent));
    } else if (!open) {
      open = { info: info.trim(), line: index + 2, lines: [], indent: indent.length };
    } else {
      const { info: about, line: start, lines } = open;
      if (/^tsx?\b/.test(about))
        snippets.push({ file, line: start, code: lines.join('\n'), isShape: about.endsWith('shape') });
      open = undefined;
    }
  });
  if (open) throw new Error(`${file}:${open.line - 1}: this fence is never closed`);
  return snippets;
}

/** What stands after `@example` in a docstring, with a fence around it or without. */
export function snippetsOfSource(file: string, text: string): Snippet[] {
  const snippets: Snippet[] = [];
  let open: { line: number; lines: string[] } | undefined;
  const close = (): void => {
    if (open) snippets.push({ file, line: open.line, code: open.lines.join('\n'), isShape: false });
    open = undefined;
  };
  text.split('\n').forEach((line, index) => {
    const [, inComment] = /^\s*\*(?!\/) ?(.*)$/.exec(line) ?? [];
    if (inComment === undefined || /^@\w/.test(inComment)) close();
    if (inComment === '@example') open = { line: index + 2, lines: [] };
    else open?.lines.push(inComment?.startsWith('```') ? '' : (inComment ?? ''));
  });
  close();
  return snippets;
}

/** Every mistake in the snippets, as "file:line: what". All of them are one program, so that it is read once. */
export function checkSnippets(snippets: readonly Snippet[]): Map<Snippet, string[]> {
  const { options } = readProject();
  const known = knownNames();
  const virtual = new Map<string, { snippet: Snippet; text: string; ahead: number }>();
  for (const snippet of snippets) {
    const name = fileNameOf(snippet);
    const ahead = importsFor(snippet, known);
    virtual.set(name, { snippet, text: `${ahead}\n${written(snippet)}`, ahead: ahead.split('\n').length });
  }

  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (name) => virtual.has(name) || disk.fileExists(name),
    readFile: (name) => virtual.get(name)?.text ?? disk.readFile(name),
    getSourceFile(name, language, ...rest) {
      const made = virtual.get(name);
      return made
        ? ts.createSourceFile(name, made.text, language, true)
        : disk.getSourceFile(name, language, ...rest);
    },
  };
  const types = join(root, 'node_modules/vite/client.d.ts');
  const program = ts.createProgram([...virtual.keys(), types], options, host);

  const problems = new Map<Snippet, string[]>();
  for (const [name, { snippet, ahead }] of virtual) {
    const source = program.getSourceFile(name);
    if (!source) throw new Error(`${name} was not read`);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
      .filter(
        ({ code }) =>
          code !== RETURN_OUTSIDE_OF_A_FUNCTION && !(snippet.isShape && MISSING_PROPS.includes(code)),
      )
      .map(({ start = 0, messageText }) => {
        const line = snippet.line + source.getLineAndCharacterOfPosition(start).line - ahead;
        return `${snippet.file}:${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
      });
    problems.set(snippet, found);
  }
  return problems;
}

/** A snippet that names itself in its first line, `// cobalt.ts`, can be imported by others of its folder. */
function fileNameOf({ file, line, code }: Snippet): string {
  const [, name] = /^\/\/ ([\w-]+\.tsx?)\n/.exec(code) ?? [];
  return name === undefined ? join(root, `${file}.${String(line)}.tsx`) : join(root, dirname(file), name);
}

/** Names of the context that no snippet uses any more. */
export function idleContext(snippets: readonly Snippet[]): string[] {
  const used = new Set(snippets.flatMap((snippet) => [...freeNames(snippet)]));
  return [...knownNames()]
    .filter(([name, from]) => from.endsWith(CONTEXT_FILE) && !used.has(name))
    .map(([name]) => name);
}

interface Project {
  readonly options: ts.CompilerOptions;
  readonly doors: Readonly<Record<string, readonly string[]>>;
}

function readProject(): Project {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: { compilerOptions: { paths: Record<string, string[]> } };
  };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root);
  return { options, doors: config.compilerOptions.paths };
}

/** Where a name comes from that a snippet uses without saying so; types with "type " before it. */
function knownNames(): Map<string, string> {
  const known = new Map<string, string>();
  for (const door of Object.keys(readProject().doors)) {
    if (door.endsWith('.css')) continue;
    const list = join(root, 'test/structure/exports', `${door.replaceAll('/', '-')}.txt`);
    for (const line of readFileSync(list, 'utf8').trim().split('\n')) {
      const name = line.replace('type ', '');
      if (!known.has(name)) known.set(name, `${line.startsWith('type ') ? 'type ' : ''}${door}`);
    }
  }
  const context = readFileSync(join(import.meta.dirname, CONTEXT_FILE), 'utf8');
  const source = ts.createSourceFile(CONTEXT_FILE, context, ts.ScriptTarget.Latest, true);
  for (const line of exportedNames(source)) {
    const name = line.replace('type ', '');
    known.set(name, line.replace(name, CONTEXT_FILE));
  }
  return known;
}

function exportedNames(source: ts.SourceFile): string[] {
  return source.statements.flatMap((statement) => {
    if (
      ts.isExportDeclaration(statement) &&
      statement.exportClause &&
      ts.isNamedExports(statement.exportClause)
    )
      return statement.exportClause.elements.map(
        ({ name, isTypeOnly }) => `${statement.isTypeOnly || isTypeOnly ? 'type ' : ''}${name.text}`,
      );
    if (!ts.canHaveModifiers(statement) || !ts.getModifiers(statement)?.some(isExport)) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map((declaration) => declaration.name.getText());
    if (ts.isFunctionDeclaration(statement)) return [statement.name?.text ?? ''];
    return [];
  });
}

function isExport(modifier: ts.Modifier): boolean {
  return modifier.kind === ts.SyntaxKind.ExportKeyword;
}

/**
 * What a snippet leaves out, since its reader knows it: the context always; names of this library only where it imports nothing at all, so
 * that a snippet with imports is complete.
 */
function importsFor(snippet: Snippet, known: ReadonlyMap<string, string>): string {
  const isComplete = /^import\b/m.test(snippet.code);
  const folder = relative(join(root, snippet.file, '..'), join(root, 'test/structure'));
  const lines = [...freeNames(snippet)].flatMap((name) => {
    const from = known.get(name);
    const isOfContext = from?.endsWith(CONTEXT_FILE);
    if (from === undefined || (isComplete && !isOfContext)) return [];
    const type = from.startsWith('type ') ? 'type ' : '';
    const file = from.replace('type ', '');
    return [`import ${type}{ ${name} } from '${isOfContext ? `./${folder}/${file}` : file}';`];
  });
  return ['export {};', ...lines].join('\n');
}

/** Names that a snippet uses and nowhere declares. */
function freeNames(snippet: Snippet): Set<string> {
  const source = ts.createSourceFile('snippet.tsx', snippet.code, ts.ScriptTarget.Latest, true);
  const used = new Set<string>();
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const { parent } = node;
      if (ts.isBindingElement(parent) && parent.propertyName === node) return;
      if ('name' in parent && parent.name === node && isDeclaration(parent)) declared.add(node.text);
      else if (!isMemberName(node)) used.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return new Set([...used].filter((name) => !declared.has(name)));
}

function isDeclaration(node: ts.Node): boolean {
  return (
    ts.isVariableDeclaration(node) ||
    ts.isFunctionLike(node) ||
    ts.isClassLike(node) ||
    ts.isParameter(node) ||
    ts.isBindingElement(node) ||
    ts.isImportSpecifier(node) ||
    ts.isImportClause(node) ||
    ts.isNamespaceImport(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isTypeParameterDeclaration(node)
  );
}

function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    (ts.isPropertySignature(parent) && parent.name === node) ||
    ts.isJsxAttribute(parent) ||
    ts.isExportSpecifier(parent)
  );
}

/** A shape says which props there are: each gets some value that fits. */
function written({ code, isShape }: Snippet): string {
  if (!isShape) return code;
  const source = ts.createSourceFile('shape.tsx', code, ts.ScriptTarget.Latest, true);
  const ends: number[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxAttribute(node) && !node.initializer) ends.push(node.end);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return ends.reduceRight((text, at) => `${text.slice(0, at)}={null as never}${text.slice(at)}`, code);
}
