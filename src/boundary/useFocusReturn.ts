'use client';

import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import { focusOn } from './focusOn.ts';
import { useLatest } from './useLatest.ts';

/**
 * When a panel goes while the focus is in it, the focus would fall to the body: it goes where the caller says, else to where it was
 * before, else to the heading of what came in the panel's place. If the focus is anywhere else, nothing moves.
 */
export function useFocusReturn(
  root: RefObject<HTMLElement | null>,
  wanted: RefObject<HTMLElement | null> | undefined,
): (event: FocusEvent<HTMLElement>) => void {
  const before = useRef<Element | null>(null);
  const latest = useLatest(wanted);

  useLayoutEffect(() => {
    const panel = root.current;
    return () => {
      if (panel?.contains(document.activeElement)) afterRemoval(panel, before.current, latest);
    };
  }, [root, latest]);

  return (event) => {
    const from = event.relatedTarget;
    if (from instanceof Element && !event.currentTarget.contains(from)) before.current = from;
  };
}

function afterRemoval(
  panel: HTMLElement,
  previous: Element | null,
  wanted: RefObject<RefObject<HTMLElement | null> | undefined>,
): void {
  const { parentElement } = panel;
  // When React has taken the panel out, and what replaces it is there.
  setTimeout(() => {
    if (panel.isConnected || document.activeElement !== document.body) return;
    const known = [wanted.current?.current ?? null, previous].find(isUsable);
    focusOn(known ?? headingIn(parentElement) ?? document.querySelector('h1'));
  });
}

function isUsable(element: Element | null): boolean {
  return element?.isConnected === true && element !== document.body;
}

function headingIn(parent: HTMLElement | null): Element | null {
  return parent?.isConnected ? parent.querySelector('h1, h2, h3, h4, h5, h6') : null;
}
