import { useQuery } from '@tanstack/react-query';
import type { Finding } from 'cobalt-react';
import { FindingText } from 'cobalt-react/finding-text';
import type { ReactNode } from 'react';
import { sessionQuery } from '../connect/session.ts';
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
  const text = (title: string, markdown: string | null): ReactNode =>
    typeof markdown !== 'string' || markdown.trim() === '' ? null : (
      <section className="part">
        <h3>{title}</h3>
        <FindingText
          className="prose"
          text={markdown}
          attachments={attachments}
          refetch={refetch}
          imageUrl={imageUrl}
        />
      </section>
    );
  return (
    <>
      {text('Description', finding.description)}
      {text('Prerequisites', finding.prerequisites)}
      {text('Proof of concept', finding.proof_of_concept)}
      {typeof request === 'string' && request !== '' && (
        <section className="part">
          <h3>HTTP request</h3>
          <pre className="code" dir="ltr">
            {request}
          </pre>
        </section>
      )}
      {text('Suggested fix', finding.suggested_fix)}
      {text('Why this severity', finding.severity_justification)}
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
