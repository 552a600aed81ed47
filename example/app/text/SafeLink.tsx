import type { ReactNode } from 'react';
import { plain } from './names.ts';

/** A link that the API gave: only over https, with no name that disguises its host, and the other page learns nothing of this one. */
export function SafeLink({
  href,
  children,
}: {
  readonly href: string;
  readonly children: ReactNode;
}): ReactNode {
  const { protocol, username, password } = URL.canParse(href) ? new URL(href) : { protocol: '' };
  if (protocol !== 'https:' || username || password) return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

/** A title that leads into Cobalt's own application, where the API says how. */
export function Title({
  href,
  children,
}: {
  readonly href: string | undefined;
  readonly children: string;
}): ReactNode {
  const title = <bdi>{plain(children)}</bdi>;
  return href === undefined ? title : <SafeLink href={href}>{title}</SafeLink>;
}
