import { QueryClient, QueryClientProvider, useQueries } from '@tanstack/react-query';
import {
  type AnyCobaltError,
  CobaltErrorBoundary,
  CobaltErrorView,
  CobaltProvider,
  CobaltUI,
  createCobaltClient,
  type CobaltClient,
  listAssets,
  listDastFindings,
  listDastScans,
  listDastTargets,
  listEngagementFindings,
  listEngagements,
  listEvents,
  listFindings,
  listOrganizations,
  listPentests,
  listTokens,
  listWebhooks,
} from 'cobalt-react';
import { FindingText } from 'cobalt-react/finding-text';
import { createMockCobalt, MOCK_TOKEN } from 'cobalt-react/testing';
import { type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { everyError } from '../../errors/everyError.ts';
import { attack, attacks, poison } from '../attacks.ts';

/** Shows every component with every attack, screen by screen, as the test asks for them. */

const lists = {
  listAssets,
  listDastFindings,
  listDastScans,
  listDastTargets,
  listEngagementFindings,
  listEngagements,
  listEvents,
  listFindings,
  listOrganizations,
  listPentests,
  listTokens,
  listWebhooks,
};

/** The mock, whose every list holds one resource per attack, with attacks in all of its texts. */
function poisonedClient(): CobaltClient {
  const mock = createMockCobalt({ limits: { read: 10_000 } });
  const { id, token } = mock.data.organizations[0]!;
  return createCobaltClient({
    region: 'us',
    token: MOCK_TOKEN,
    organization: { id, token },
    async fetch(input, init) {
      const response = await mock.fetch(input, init);
      const body = (await response.json()) as { data: object[] };
      const [template] = body.data;
      const data = attacks.map((_, number) => poison(template, number));
      return new Response(JSON.stringify({ ...body, data }), response);
    },
  });
}

function Resources(): ReactNode {
  const [client] = useState(poisonedClient);
  const queries = useQueries({
    queries: Object.values(lists).map((list) => (list as typeof listAssets).queryOptions(client)),
  });
  const pages = queries.map(({ data }) => data?.items as readonly object[] | undefined);
  if (!pages.every(Boolean)) return <p>Loading</p>;
  return pages.map((items, index) => (
    <ul key={index} aria-label={Object.keys(lists)[index]}>
      {items!.map((item, row) => (
        <li key={row}>
          <bdi>{JSON.stringify(item)}</bdi>
          {'ui_url' in item && (
            <a href={String(item.ui_url)} rel="noreferrer">
              Open
            </a>
          )}
        </li>
      ))}
    </ul>
  ));
}

/** All attacks as names of fields and as messages. */
const everyField = Object.fromEntries(attacks.map((name, number) => [name, [attack(number + 1)]]));

/** The same error, with attacks in every text that an error has. */
function hostile(error: AnyCobaltError, number: number): AnyCobaltError {
  const Same = error.constructor as new (init: object) => AnyCobaltError;
  return new Same({
    ...error.toJSON(),
    detail: attack(number),
    fieldErrors:
      number < Object.keys(everyError).length
        ? everyField
        : { [attack(number + 1)]: [attack(number + 2), attack(number)], title: [attack(number)] },
    path: attack(number + 3),
    method: attack(number + 4),
    requestId: attack(number + 5),
    keyHint: attack(number + 6),
    contentType: attack(number + 7),
    mismatch: attack(number + 8),
    attempts: 1,
  });
}

interface ViewsProps {
  readonly kind: string;
  readonly isThrown: boolean;
  /** Every attack, or a share of them that is another one in each view. */
  readonly isLong: boolean;
}

function Views({ kind, isThrown, isLong }: ViewsProps): ReactNode {
  const kinds = Object.keys(everyError);
  const isShown = (number: number) => isLong || number % kinds.length === kinds.indexOf(kind);
  return attacks.map((_, number) => {
    if (!isShown(number)) return null;
    const error = hostile(everyError[kind]!, number);
    return isThrown ? (
      <CobaltErrorBoundary key={number}>
        <Throws error={error} />
      </CobaltErrorBoundary>
    ) : (
      <CobaltErrorView key={number} error={error} onRetry={() => undefined} />
    );
  });
}

function Throws({ error }: { readonly error: AnyCobaltError }): never {
  throw error;
}

const files = attacks.map((file_name, number) => ({
  id: `at_${String(number)}`,
  file_name,
  download_url: `https://files.example/${String(number)}.svg`,
}));

const screens: Record<string, (isLong: boolean) => ReactNode> = {
  resources: () => <Resources />,
  texts: () => attacks.map((text, number) => <FindingText key={number} text={text} attachments={files} />),
  'one long text': () => <FindingText text={attacks.join('\n\n').replaceAll('A'.repeat(5000), '')} />,
  'hostile attachments': () =>
    attacks.map((url, number) => (
      <FindingText
        key={number}
        text={`![x](${url}) <CobaltImageAttachment at_1>`}
        attachments={[{ id: 'at_1', file_name: url, download_url: url }]}
      />
    )),
  'own images': () =>
    files.map(({ id, download_url: url }, number) => (
      <FindingText
        key={id}
        text={number % 2 ? `<CobaltImageAttachment ${id}>` : `![x](${url}?signature=old)`}
        attachments={files}
      />
    )),
  ...Object.fromEntries(
    Object.keys(everyError).flatMap((kind) => [
      [`view of ${kind}`, (isLong: boolean) => <Views kind={kind} isThrown={false} isLong={isLong} />],
      [`boundary of ${kind}`, (isLong: boolean) => <Views kind={kind} isThrown isLong={isLong} />],
    ]),
  ),
};

const client = createCobaltClient({ proxy: '/nowhere' });
const queryClient = new QueryClient();
const root = createRoot(document.getElementById('root')!, { onCaughtError: () => undefined });

Object.assign(globalThis, {
  screens: Object.keys(screens),
  show(name: string, isLong: boolean) {
    flushSync(() =>
      root.render(
        <QueryClientProvider client={queryClient} key={name}>
          <CobaltProvider client={client}>
            <CobaltUI>{screens[name]!(isLong)}</CobaltUI>
          </CobaltProvider>
        </QueryClientProvider>,
      ),
    );
  },
});
