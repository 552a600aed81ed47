import { panelsIn } from './everyView.tsx';

export interface TextBox {
  readonly text: string;
  readonly rect: DOMRect;
}

/** Every line of text that a person sees, with the place it has. */
export function linesIn(panel: HTMLElement): TextBox[] {
  const walker = document.createTreeWalker(panel, NodeFilter.SHOW_TEXT);
  const boxes: TextBox[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { parentElement } = node;
    if (!node.nodeValue?.trim() || !parentElement || isHidden(parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) boxes.push({ text: node.nodeValue, rect });
  }
  return boxes;
}

function isHidden(element: Element): boolean {
  return (
    !element.checkVisibility({ visibilityProperty: true }) ||
    element.closest('[data-part="severity-label"], [data-part="hint"]') !== null
  );
}

/** What is wrong with the layout of a page, in words: nothing may reach out, be cut off, or lie upon another. */
export function layoutFaults(container: HTMLElement): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const faults = scrollWidth > clientWidth ? [`the page is ${String(scrollWidth)} px wide`] : [];
  for (const panel of panelsIn(container)) {
    const name = `${panel.dataset.kind!} ${panel.dataset.operation!}`;
    const outer = panel.getBoundingClientRect();
    for (const element of [panel, ...panel.querySelectorAll<HTMLElement>('[data-part]')]) {
      if (isHidden(element) || getComputedStyle(element).display === 'inline') continue;
      if (element.scrollWidth > element.clientWidth + 1)
        faults.push(`${name}: ${element.dataset.part!} is cut off`);
    }
    const lines = linesIn(panel);
    if (lines.length < 3) faults.push(`${name}: says too little`);
    for (const [index, { text, rect }] of lines.entries()) {
      if (rect.left < outer.left - 1 || rect.right > outer.right + 1 || rect.bottom > outer.bottom + 1)
        faults.push(`${name}: "${text}" reaches out`);
      const below = lines.slice(index + 1).find((other) => overlap(rect, other.rect));
      if (below) faults.push(`${name}: "${text}" lies upon "${below.text}"`);
    }
  }
  return faults;
}

function overlap(one: DOMRect, other: DOMRect): boolean {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  // The boxes of two lines of a narrow font touch by a hair.
  return width > 1 && height > Math.min(one.height, other.height) * 0.3;
}
