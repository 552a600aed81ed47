'use client';

import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * When a panel goes while the focus is in it, the focus would fall to the body: it returns to where it was before, else to the
 * heading of what came in the panel's place. If the focus is anywhere else, nothing moves.
 */
export function useFocusReturn(
  root: RefObject<HTMLElement | null>,
): (event: FocusEvent<HTMLElement>) => void {
  const before = useRef<Element | null>(null);

  useLayoutEffect(() => {
    const panel = root.current;
    return () => {
      if (!panel?.contains(document.activeElement)) return;
      const { parentElement } = panel;
      const previous = before.current;
      // After React has taken the panel out, and what replaces it is there.
      setTimeout(() => {
        if (panel.isConnected || document.activeElement !== document.body) return;
        focusOn(isUsable(previous) ? previous : (headingIn(parentElement) ?? document.querySelector('h1')));
      });
    };
  }, [root]);

  return (event) => {
    const from = event.relatedTarget;
    if (from instanceof Element && !event.currentTarget.contains(from)) before.current = from;
  };
}

function isUsable(element: Element | null): boolean {
  return element?.isConnected === true && element !== document.body;
}

function headingIn(parent: HTMLElement | null): Element | null {
  return parent?.isConnected ? parent.querySelector('h1, h2, h3, h4, h5, h6') : null;
}

function focusOn(target: Element | null): void {
  if (!(target instanceof HTMLElement)) return;
  if (target.tabIndex < 0 && !target.hasAttribute('tabindex')) target.tabIndex = -1;
  target.focus();
}
