import { useQuery } from '@tanstack/react-query';
import type { Finding } from 'cobalt-react';
import type { ReactNode } from 'react';
import { sessionQuery } from '../connect/session.ts';
import { TextPart } from '../detail/TextPart.tsx';
import { Code } from '../text/Code.tsx';
import { listOf, plain } from '../text/names.ts';
import { SafeLink } from '../text/SafeLink.tsx';

export interface FindingTextsProps {
  readonly finding: Finding;
  /** Reads the finding again, for images whose links have expired. */
  readonly refetch: () => Promise<unknown>;
}

export function FindingTexts({ finding, refetch }: FindingTextsProps): ReactNode {
  const { http_request: request } = finding;
  const attachments = listOf(finding.attachments);
  const { data: session } = useQuery(sessionQuery);
  // The mock's files lie nowhere, so this demo's own server draws them.
  const imageUrl = session?.mode === 'demo' ? drawn : undefined;
  const images = { attachments, refetch, imageUrl };
  return (
    <>
      <TextPart title="Description" text={finding.description} {...images} />
      <TextPart title="Prerequisites" text={finding.prerequisites} {...images} />
      <TextPart title="Proof of concept" text={finding.proof_of_concept} {...images} />
      {typeof request === 'string' && request !== '' && (
        <section className="part">
          <h3>HTTP request</h3>
          <Code>{request}</Code>
        </section>
      )}
      <TextPart title="Suggested fix" text={finding.suggested_fix} {...images} />
      <TextPart title="Why this severity" text={finding.severity_justification} {...images} />
      {attachments.length > 0 && (
        <section className="part">
          <h3>Attachments</h3>
          <ul className="plain">
            {attachments.map(({ file_name: name, download_url: url }, index) => (
              <li key={index}>
                <SafeLink href={url}>
                  <bdi>{plain(name)}</bdi>
                </SafeLink>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function drawn({ id }: { readonly id: string }): string {
  return `/demo/attachments/${encodeURIComponent(id)}`;
}
