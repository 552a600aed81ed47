import type { ReactNode } from 'react';

/** What was sent or received, letter by letter: no markdown, and never turned around. */
export function Code({ children }: { readonly children: string }): ReactNode {
  return (
    <pre className="code" dir="ltr">
      {children}
    </pre>
  );
}
