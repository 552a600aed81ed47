import ts from 'typescript';
import { docOf, fileOf, oneLine, parameterText, typeText } from './sourceText.mjs';

/**
 * @typedef {{ name: string, type: string, doc: import('./sourceText.mjs').Doc }} Member
 * @typedef {{ name: string, file: string, members: Member[] }} Base what is inherited from one type, and where that is declared
 */

export function membersOf(node) {
  const isType = ts.isInterfaceDeclaration(node);
  if (!isType && !ts.isClassDeclaration(node)) return [];
  return node.members.filter(isPublicMember).map((member) => ({
    name: `${member.name.getText()}${member.questionToken ? '?' : ''}`,
    type: memberType(member),
    doc: docOf(member),
  }));
}

/** What a type has from others of this library, also where it leaves some out or makes them optional. */
export function basesOf(node, checker) {
  if (ts.isClassDeclaration(node)) return baseClasses(node, checker);
  const bases = new Map();
  for (const from of inheritedTypes(node)) {
    for (const property of checker.getPropertiesOfType(checker.getTypeAtLocation(from))) {
      const [member] = property.declarations ?? [];
      const base = member?.parent;
      const isOwn = node.members?.some(({ name }) => name?.getText() === property.name);
      if (!base || isOwn || !isOfLibrary(base) || !isPublicMember(member)) continue;
      const { name } = base;
      if (!bases.has(base)) bases.set(base, { name: name.text, file: fileOf(base), members: [] });
      bases.get(base).members.push(inheritedMember(property, member, node, checker));
    }
  }
  return [...bases.values()];
}

/** Their members would stand under each of the many errors. */
function baseClasses({ heritageClauses = [] }, checker) {
  return heritageClauses
    .flatMap(({ types }) => types)
    .map((type) => checker.getTypeAtLocation(type).symbol.declarations[0])
    .filter(isOfLibrary)
    .map((base) => ({ name: base.name.text, file: fileOf(base), members: [] }));
}

function inheritedTypes(node) {
  if (ts.isInterfaceDeclaration(node)) return (node.heritageClauses ?? []).flatMap(({ types }) => types);
  return ts.isTypeAliasDeclaration(node) && ts.isTypeReferenceNode(node.type) ? [node.type] : [];
}

function isOfLibrary(node) {
  const isNamed = ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node);
  return isNamed && fileOf(node).startsWith('src/');
}

/** As it was declared, unless it has become something else on its way. */
function inheritedMember(property, member, node, checker) {
  const type = typeText(checker.getTypeOfSymbolAtLocation(property, node), node, checker);
  const isAsDeclared = type === typeText(checker.getTypeOfSymbol(member.symbol), node, checker);
  const isOptional = property.flags & ts.SymbolFlags.Optional;
  return {
    name: `${member.name.getText()}${isOptional ? '?' : ''}`,
    type: isAsDeclared ? memberType(member) : type,
    doc: docOf(member),
  };
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
