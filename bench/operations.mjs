import { bundle } from './bundle.mjs';
import { cobaltHooks, generatedHooks } from './hooks.mjs';

const TARGETS = { read: 60, write: 70 };
// A power of two, and at least twice as many as there are operations of one type. More of them: less noise, more time.
const SELECTIONS = 128;
const AT_ONCE = 4;

/** What one more operation costs an app that has some of the others: with us, and with hooks that were generated. */
export async function measureOperations(generated) {
  const ours = await costsOf(cobaltHooks());
  const theirs = [];
  // One after the other: they would only take the cores from each other.
  for (const hooks of await generatedHooks(generated)) theirs.push([hooks.name, await costsOf(hooks)]);
  const beside = (type) => Object.fromEntries(theirs.map(([name, costs]) => [name, medianOf(costs[type])]));
  return ['read', 'write'].flatMap((type) => summary(type, ours[type], beside(type)));
}

async function costsOf({ operations, app }) {
  const reads = operations.filter(({ type }) => type === 'read');
  const writes = operations.filter(({ type }) => type === 'write');
  return {
    // Among reads alone: a write names the lists that it makes stale, and would keep their descriptors in the bundle.
    read: await costs(app, reads, []),
    write: await costs(app, writes, reads),
  };
}

/**
 * Bundles many selections of the operations: the mean size of those with one of them, minus the mean size of those without it. One
 * difference of two brotli sizes would be off by 40 bytes either way.
 */
async function costs(app, measured, always) {
  const sizes = [];
  for (let first = 0; first < SELECTIONS; first += AT_ONCE) {
    const some = Array.from({ length: AT_ONCE }, (_, offset) =>
      bytesOf(app, [...always, ...measured.filter((_operation, index) => isIn(first + offset, index))]),
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

async function bytesOf(app, operations) {
  return (await bundle(app(operations.flatMap((operation) => operation.exports)))).bytes;
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function medianOf(sorted) {
  const { length } = sorted;
  return (sorted[Math.floor((length - 1) / 2)].bytes + sorted[Math.floor(length / 2)].bytes) / 2;
}

function summary(type, sorted, beside) {
  const { length } = sorted;
  const worst = sorted.at(-1);
  const target = TARGETS[type];
  const above = sorted.filter(({ bytes }) => bytes > target).reverse();
  const list = above.map(({ name, bytes }) => `${name} ${bytes}`).join(', ');
  return [
    {
      what: `one more ${type}, median of ${length}, bytes`,
      value: medianOf(sorted),
      target,
      beside,
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
