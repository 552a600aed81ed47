/** What a node of either tree (markdown or elements) may hold of interest here. */
interface Node {
  type: string;
  children?: Node[];
  value?: string;
  url?: string;
  depth?: number;
  tagName?: string;
  properties?: Record<string, unknown>;
}

/** A deeper tree would exhaust the stack of whatever walks or renders it. */
const DEEPEST = 50;

const TOKEN = /^<CobaltImageAttachment\s+(at_[\w-]+)\s*\/?>$/;

/**
 * Markdown as findings have it. Blocks of HTML are off: an attachment's token would swallow the lines below it. So are footnotes,
 * whose ids would meet twice on a page with several texts.
 */
export function findingSyntax(this: { data: () => object }, headingLevel: number): (tree: Node) => void {
  const data = this.data() as { micromarkExtensions?: object[] };
  const disable = ['htmlFlow', 'gfmFootnoteDefinition', 'gfmFootnoteCall', 'gfmPotentialFootnoteCall'];
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: disable } }];
  return (tree) => {
    walk(tree, (node) => {
      const id = node.type === 'html' ? TOKEN.exec(node.value ?? '')?.[1] : undefined;
      if (id !== undefined) Object.assign(node, { type: 'image', url: id, alt: null });
      if (node.type === 'heading') node.depth = Math.min(6, (node.depth ?? 1) + headingLevel - 1);
    });
  };
}

const WITH_OWN_DIRECTION = /^(p|li|h[1-6]|t[dh])$/;

/** Each block finds its own direction, so that one that turns it around turns nothing but itself. Code is never turned. */
export function findingElements(): (tree: Node) => void {
  return (tree) => {
    walk(tree, ({ tagName = '', properties }) => {
      if (!properties) return;
      if (WITH_OWN_DIRECTION.test(tagName)) properties['dir'] = 'auto';
      if (tagName === 'pre') properties['dir'] = 'ltr';
    });
  };
}

/** Without recursion, and only as deep as can be rendered. */
function walk(tree: Node, visit: (node: Node) => void): void {
  const open: [node: Node, depth: number][] = [[tree, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, depth] = next;
    if (depth > DEEPEST) throw new RangeError('This text is nested too deep.');
    visit(node);
    for (const child of node.children ?? []) open.push([child, depth + 1]);
  }
}
