import type { ReactNode } from 'react';
import { safeAddress } from './safeAddress.ts';

export interface FindingLinkProps {
  readonly href: string | undefined;
  readonly children?: ReactNode;
}

/** A link where it is safe. Any other address is a part of the finding: it stays readable, and leads nowhere. */
export function FindingLink({ href = '', children }: FindingLinkProps): ReactNode {
  const address = safeAddress(href);
  if (address !== undefined) {
    return (
      <a href={address} target="_blank" rel="noopener noreferrer nofollow">
        {children}
      </a>
    );
  }
  const isWritten =
    href === '' ||
    (typeof children === 'string' && ['', 'mailto:', 'http://'].some((prefix) => prefix + children === href));
  return (
    <span data-part="refused-link">
      {children}
      {!isWritten && (
        <>
          {' '}
          <code dir="ltr">{href}</code>
        </>
      )}
    </span>
  );
}
