import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { goTo } from './url.ts';

/** A real link, so that it opens in a new tab too; a plain click changes the address alone. */
export function Link({
  href,
  onClick,
  children,
  ...props
}: ComponentProps<'a'> & { readonly href: string }): ReactNode {
  function follow(event: MouseEvent<HTMLAnchorElement>): void {
    onClick?.(event);
    const isPlain =
      event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!isPlain || event.defaultPrevented) return;
    event.preventDefault();
    goTo(href);
  }
  return (
    <a {...props} href={href} onClick={follow}>
      {children}
    </a>
  );
}
