// Loaded before React, which reports each of its commits to the developer tools that it finds.
let rendered;

globalThis.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
  supportsFiber: true,
  inject: () => 1,
  onCommitFiberUnmount() {},
  onPostCommitFiberRoot() {},
  onCommitFiberRoot(_id, { current }) {
    if (rendered) rendered.push(renderedIn(current));
  },
};

/** From now on: how many components each commit has rendered. */
export function watchCommits() {
  rendered = [];
  return rendered;
}

// What React calls them: 0 is a function component, 1 a class, 11 one that forwards its ref, 14 and 15 are memoized.
const COMPONENTS = [0, 1, 11, 14, 15];
const HAS_RENDERED = 1;

function renderedIn(fiber) {
  const before = fiber.alternate;
  let count = COMPONENTS.includes(fiber.tag) && before !== null && fiber.flags & HAS_RENDERED ? 1 : 0;
  // The same children as before: nothing below was looked at.
  if (before?.child === fiber.child) return count;
  for (let child = fiber.child; child; child = child.sibling) {
    // Of siblings that were passed over the fiber is the same one.
    count += renderedIn(child);
  }
  return count;
}
