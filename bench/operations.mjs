import * as cobalt from '../dist/index.js';
import { appUsing, bundle } from './bundle.mjs';

const TARGETS = { read: 60, write: 70 };
// A power of two, and at least twice as many as there are operations of one type. More of them: less noise, more time.
const SELECTIONS = 128;
const AT_ONCE = 4;

// What all hooks are made of is there in any case: it belongs to no single operation.
const SHARED = `
import { useCobaltMutation } from './dist/query/useCobaltMutation.js';
import { useCobaltInfiniteQuery, useCobaltQuery } from './dist/query/useCobaltQuery.js';
import { defineList, defineRead } from './dist/query/descriptors.js';
console.log(useCobaltMutation, useCobaltInfiniteQuery, useCobaltQuery, defineList, defineRead);
`;

/** What one more operation costs an app that has some of the others. */
export async function measureOperations() {
  const operations = allOperations();
  const reads = operations.filter(({ type }) => type === 'read');
  const writes = operations.filter(({ type }) => type === 'write');
  return [
    // Among reads alone: a write names the lists that it makes stale, and would keep their descriptors in the bundle.
    ...summary('read', await costs(reads, [])),
    ...summary('write', await costs(writes, reads)),
  ];
}

/** Every descriptor of the package, with its own exports: itself, and the hooks whose source names it. */
function allOperations() {
  const hooks = Object.entries(cobalt).filter(([name]) => /^use[A-Z]/.test(name));
  return Object.entries(cobalt)
    .filter(([name, value]) => value?.name === name && typeof value.path === 'string')
    .map(([name, { queryOptions }]) => {
      const own = hooks.filter(([, hook]) => new RegExp(`\\b${name}\\b`).test(String(hook)));
      if (own.length === 0) throw new Error(`bench: no hook of ${name} was found in dist.`);
      return {
        name,
        type: queryOptions ? 'read' : 'write',
        exports: [name, ...own.map(([hook]) => hook)],
      };
    });
}

/**
 * Bundles many selections of the operations: the mean size of those with one of them, minus the mean size of those without it. One
 * difference of two brotli sizes would be off by 40 bytes either way.
 */
async function costs(measured, always) {
  const sizes = [];
  for (let first = 0; first < SELECTIONS; first += AT_ONCE) {
    const some = Array.from({ length: AT_ONCE }, (_, offset) =>
      bytesOf([...always, ...measured.filter((_operation, index) => isIn(first + offset, index))]),
    );
    sizes.push(...(await Promise.all(some)));
  }
  return measured
    .map(({ name }, index) => {
      const half = (which) => mean(sizes.filter((_size, selection) => isIn(selection, index) === which));
      return { name, bytes: Math.round(half(true) - half(false)) };
    })
    .sort((one, other) => one.bytes - other.bytes);
}

/**
 * A Hadamard matrix: each operation is in half of the selections, any two are together in a quarter, so that no other one tips the
 * scales. The bit that is always set keeps what two of them share (a helper) from counting for a third.
 */
function isIn(selection, index) {
  let bits = selection & ((SELECTIONS / 2) | index);
  let isOdd = false;
  for (; bits; bits &= bits - 1) isOdd = !isOdd;
  return isOdd;
}

async function bytesOf(operations) {
  const names = operations.flatMap((operation) => operation.exports);
  const app = appUsing(['createCobaltClient', 'CobaltProvider', ...names]);
  return (await bundle(SHARED + app)).bytes;
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function summary(type, sorted) {
  const { length } = sorted;
  const median = (sorted[Math.floor((length - 1) / 2)].bytes + sorted[Math.floor(length / 2)].bytes) / 2;
  const worst = sorted.at(-1);
  const target = TARGETS[type];
  const above = sorted.filter(({ bytes }) => bytes > target).reverse();
  const list = above.map(({ name, bytes }) => `${name} ${bytes}`).join(', ');
  return [
    {
      what: `one more ${type}, median of ${length}, bytes`,
      value: median,
      target,
      note: 'It buys nothing: what most operations repeat belongs into the function that they share.',
    },
    {
      what: `one more ${type}, worst (${worst.name}), bytes`,
      value: worst.bytes,
      target,
      note: `Above: ${list}; the other ${length - above.length} are within. It buys what is theirs alone, such as a conversion of the answer.`,
    },
  ];
}
