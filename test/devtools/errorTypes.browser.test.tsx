import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
// The door without "/production" is empty outside of a development build.
import { ReactQueryDevtools } from '@tanstack/react-query-devtools/production';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  type CobaltClient,
  CobaltErrorBoundary,
  CobaltProvider,
  createCobaltClient,
  type ErrorKind,
  useAssets,
} from 'cobalt-react';
import { createErrorTypes } from 'cobalt-react/devtools';
import { createMockCobalt, MOCK_TOKEN } from 'cobalt-react/testing';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { allowConsole } from '../setup/console.ts';

/** Behaviour 25: each kind can be triggered from TanStack's own devtools. By hand: what each entry of the menu is. */
const KINDS: Readonly<Record<string, ErrorKind>> = {
  '400 Bad request': 'bad-request',
  '401 Token not accepted': 'unauthenticated',
  '403 No access': 'forbidden',
  '404 Not found': 'not-found',
  '405 Method not allowed': 'method-not-allowed',
  '406 Not acceptable': 'not-acceptable',
  '409 Already sent': 'already-sent',
  '410 Endpoint removed': 'endpoint-removed',
  '418 Declined': 'declined',
  '422 A value was not accepted': 'validation',
  '429 Limit spent, for 5 s': 'rate-limited',
  '509 Limit spent, for 5 s': 'rate-limited',
  '500 Cobalt had a problem': 'server',
  '502 from a gateway': 'server',
  '503 Maintenance': 'maintenance',
  Offline: 'offline',
  'Connection cut': 'unreachable',
  'Timeout after 30 s': 'timeout',
  'HTML page instead of JSON': 'malformed',
  '451 Unknown status': 'unknown',
};

function Assets(): ReactNode {
  const { data } = useAssets({ limit: 3 });
  return (
    <ul aria-label="Assets">
      {data?.items.map(({ id, title }) => (
        <li key={id}>{title}</li>
      ))}
    </ul>
  );
}

const rowsIn = (container: Element) => container.querySelectorAll('[aria-label="Assets"] li');

/** The page with the devtools open at its one query. */
async function open() {
  allowConsole('error', /Error/);
  const cobalt = createMockCobalt();
  const organization = cobalt.data.organizations[0]!;
  const client = createCobaltClient({ region: 'us', token: MOCK_TOKEN, organization, fetch: cobalt.fetch });
  const queryClient = new QueryClient();
  const { container } = render(
    <QueryClientProvider client={queryClient}>
      <CobaltProvider client={client}>
        <CobaltErrorBoundary>
          <Assets />
        </CobaltErrorBoundary>
      </CobaltProvider>
      <ReactQueryDevtools initialIsOpen errorTypes={createErrorTypes(client)} />
    </QueryClientProvider>,
  );
  await waitFor(() => expect(rowsIn(container)).toHaveLength(3));
  const menu = 'Select error type to trigger';
  // It opens at the query that was chosen last, where there was one.
  if (!screen.queryByLabelText(menu))
    await userEvent.click(await screen.findByRole('button', { name: /^Query key .*listAssets/ }));
  return { client, cobalt, container, menu: await screen.findByLabelText<HTMLSelectElement>(menu) };
}

/** What concerns the whole connection ends as it would in the world; the rest by the button of the devtools. */
const wayBack: Partial<Record<ErrorKind, (client: CobaltClient) => unknown>> = {
  unauthenticated: (client) => client.setToken(MOCK_TOKEN),
  maintenance: (client) => client.connection.check(),
  offline: (client) => client.connection.check(),
  'rate-limited': () => undefined,
};

describe("TanStack's devtools", () => {
  it('offer every kind of failure', async () => {
    const { menu } = await open();
    const offered = [...menu.options].map(({ value }) => value);
    expect(offered.filter(Boolean)).toEqual(Object.keys(KINDS));
  });

  it.each(Object.entries(KINDS))('trigger "%s", and the data comes back', async (name, kind) => {
    const { client, cobalt, container, menu } = await open();
    const sent = cobalt.requests.length;
    await userEvent.selectOptions(menu, name);
    await waitFor(() => expect(container.querySelector('[data-cobalt]')).toHaveAttribute('data-kind', kind));
    expect(rowsIn(container)).toHaveLength(0);
    expect(cobalt.requests).toHaveLength(sent);
    if (wayBack[kind]) await wayBack[kind](client);
    else await userEvent.click(screen.getByRole('button', { name: 'Restore Error' }));
    await waitFor(() => expect(rowsIn(container)).toHaveLength(3), { timeout: 20_000 });
    await waitFor(() => expect(container.querySelector('[data-cobalt]')).toBeNull());
  });
});

it('an error says by its path that nothing was sent', () => {
  const client = createCobaltClient({ proxy: '/nowhere' });
  const [first] = createErrorTypes(client);
  const key = ['cobalt', 'https://api.example', 'or_1', 'listAssets', 'page', {}];
  expect(first!.initializer({ queryKey: key }).path).toBe('/devtools/listAssets');
  expect(first!.initializer({ queryKey: ['my own'] }).path).toBe('/devtools/query');
});
