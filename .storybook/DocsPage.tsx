import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks';
import { type PropsWithChildren, type ReactNode, useEffect } from 'react';

const BY_HAND = ['wheel', 'touchmove', 'keydown', 'pointerdown'];

/**
 * A page of the documentation. Storybook scrolls once to the heading that the address names, often before the code above it is drawn
 * and has moved it away: here the page stays at its heading until the person moves it.
 */
export function DocsPage(props: PropsWithChildren<DocsContainerProps>): ReactNode {
  const { context } = props;
  useEffect(() => {
    const observer = new ResizeObserver(() => headingOfAddress()?.scrollIntoView());
    observer.observe(document.body);
    const listeners = new AbortController();
    const stop = (): void => {
      observer.disconnect();
      listeners.abort();
    };
    for (const name of BY_HAND) addEventListener(name, stop, { signal: listeners.signal });
    return stop;
  }, [context]);
  return <DocsContainer {...props} />;
}

function headingOfAddress(): HTMLElement | null {
  try {
    // The page is a frame in Storybook, whose address is the one that people see.
    return document.getElementById(decodeURIComponent(parent.location.hash.slice(1)));
  } catch {
    // Another site may show this Storybook in a frame of its own.
    return null;
  }
}
