import { CobaltErrorView } from 'cobalt-react';
import { type ReactNode, useState } from 'react';
import { type Example, everyError } from '../boundary/errors.ts';

/** A few views that have every part between them, in the place of an app's own content. */
export function Specimens(): ReactNode {
  const [examples] = useState(() => everyError(Date.now()));
  const find = (status: string): Example => examples.find(({ name }) => name.startsWith(status))!;
  const press = (): void => undefined;
  return (
    <>
      <CobaltErrorView error={find('401').read} presentation="banner" headingLevel={2} />
      <CobaltErrorView
        error={find('500').read}
        dataUpdatedAt={find('500').read.occurredAt}
        headingLevel={2}
        onRetry={press}
        onDismiss={press}
      />
      <CobaltErrorView error={find('422').write} headingLevel={2} />
      <CobaltErrorView error={find('429').write} headingLevel={2} onRetry={press} onDismiss={press} />
      <CobaltErrorView error={find('410').read} headingLevel={2} />
      <CobaltErrorView error={find('409').write} headingLevel={2} onRetry={press} />
      <CobaltErrorView error={find('404').read} presentation="page" headingLevel={2} />
    </>
  );
}
