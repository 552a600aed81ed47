import { bundleOneHook } from './size.mjs';

// Where the bytes of the smallest app are, before brotli: what to look at when it is to become smaller.
const { modules } = await bundleOneHook();
const total = modules.reduce((sum, { bytes }) => sum + bytes, 0);
console.log(`${String(total).padStart(6)}  in all`);
for (const { path, bytes } of modules.sort((one, other) => other.bytes - one.bytes)) {
  console.log(`${String(bytes).padStart(6)}  ${path}`);
}
