import type { DastFinding } from 'cobalt-react';
import type { ReactNode } from 'react';
import { Code } from '../text/Code.tsx';
import { listOf, plain } from '../text/names.ts';

/** What the scanner sent and what came back. Both hold live attacks: they are text, letter by letter. */
export function HttpExchanges({
  exchanges,
}: {
  readonly exchanges: DastFinding['http_exchanges'];
}): ReactNode {
  const all = listOf(exchanges);
  if (all.length === 0) return null;
  return (
    <section className="part">
      <h3>HTTP exchanges</h3>
      <ol className="exchanges">
        {all.map(({ request, response }, index) => (
          <li key={index}>
            <h4>Request</h4>
            <Code>{plain(request)}</Code>
            <h4>Response</h4>
            <Code>{plain(response)}</Code>
          </li>
        ))}
      </ol>
    </section>
  );
}
