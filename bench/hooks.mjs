import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as cobalt from '../dist/index.js';
import { appUsing } from './bundle.mjs';

// What all hooks are made of is there in any case: it belongs to no single operation.
const SHARED = `
import { useCobaltMutation } from './dist/query/useCobaltMutation.js';
import { useCobaltInfiniteQuery, useCobaltQuery } from './dist/query/useCobaltQuery.js';
import { defineList, defineRead } from './dist/query/descriptors.js';
console.log(useCobaltMutation, useCobaltInfiniteQuery, useCobaltQuery, defineList, defineRead);
`;

/** Our operations, each with the exports that belong to it alone, and an app that uses some of these exports. */
export function cobaltHooks() {
  return {
    name: 'ours',
    operations: allOperations(),
    app: (names) => SHARED + appUsing(['createCobaltClient', 'CobaltProvider', ...names]),
  };
}

/** The same of what orval and hey-api have generated. */
export async function generatedHooks({ orval, 'hey-api': heyApi }) {
  const heyHooks = join(heyApi, '@tanstack/react-query.gen.ts');
  const heyClient = appUsing(['client'], join(heyApi, 'client.gen.ts'));
  return [
    {
      name: 'orval',
      operations: operationsIn(await exportsOf(orval), (name) => [
        `use${capital(name)}`,
        `use${capital(name)}Infinite`,
      ]),
      app: (names) => (names.length > 0 ? appUsing(names, orval) : ''),
    },
    {
      name: 'hey-api',
      operations: operationsIn(await exportsOf(heyHooks), (name) => [
        `use${capital(name)}Query`,
        `${name}Options`,
        `${name}InfiniteOptions`,
        `${name}Mutation`,
      ]),
      app: (names) => (names.length > 0 ? `${heyClient}\n${appUsing(names, heyHooks)}` : heyClient),
    },
  ];
}

/** Every descriptor of the package, with its own exports: itself, and the hooks whose source names it. */
function allOperations() {
  const hooks = Object.entries(cobalt).filter(([name]) => /^use[A-Z]/.test(name));
  return descriptors().map(({ name, queryOptions }) => {
    const own = hooks.filter(([, hook]) => new RegExp(`\\b${name}\\b`).test(String(hook)));
    if (own.length === 0) throw new Error(`bench: no hook of ${name} was found in dist.`);
    return {
      name,
      type: queryOptions ? 'read' : 'write',
      exports: [name, ...own.map(([hook]) => hook)],
    };
  });
}

/** Under the names that they have with us, of those exports that there are. */
function operationsIn(names, exportsFor) {
  return descriptors().map(({ name, method }) => {
    const own = exportsFor(name).filter((one) => names.has(one));
    if (own.length === 0)
      throw new Error(`bench: no hook of ${name} was generated. Is it in bench/openapi.yaml?`);
    return { name, type: method === 'GET' ? 'read' : 'write', exports: own };
  });
}

function descriptors() {
  return Object.entries(cobalt)
    .filter(([name, value]) => value?.name === name && typeof value.path === 'string')
    .map(([, descriptor]) => descriptor);
}

async function exportsOf(path) {
  const source = await readFile(path, 'utf8');
  return new Set([...source.matchAll(/^ *export (?:const|function) (\w+)/gm)].map(([, name]) => name));
}

function capital(name) {
  return name[0].toUpperCase() + name.slice(1);
}
