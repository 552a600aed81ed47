import type { Finding } from 'cobalt-react';
import type { ReactNode } from 'react';
import { Prose } from '../text/Prose.tsx';
import { SafeLink } from '../text/SafeLink.tsx';

export function FindingTexts({ finding }: { readonly finding: Finding }): ReactNode {
  const { http_request: request, attachments } = finding;
  return (
    <>
      <Part title="Description" text={finding.description} />
      <Part title="Prerequisites" text={finding.prerequisites} />
      <Part title="Proof of concept" text={finding.proof_of_concept} />
      {request !== null && request !== '' && (
        <section className="part">
          <h3>HTTP request</h3>
          <pre className="code" dir="ltr">
            {request}
          </pre>
        </section>
      )}
      <Part title="Suggested fix" text={finding.suggested_fix} />
      <Part title="Why this severity" text={finding.severity_justification} />
      {attachments.length > 0 && (
        <section className="part">
          <h3>Attachments</h3>
          <ul className="plain">
            {attachments.map(({ id, file_name: name, download_url: url }) => (
              <li key={id}>
                <SafeLink href={url}>
                  <bdi>{name}</bdi>
                </SafeLink>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Part({ title, text }: { readonly title: string; readonly text: string | null }): ReactNode {
  if (text === null || text.trim() === '') return null;
  return (
    <section className="part">
      <h3>{title}</h3>
      <Prose text={text} />
    </section>
  );
}
