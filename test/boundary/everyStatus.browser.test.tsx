import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  type AnyCobaltError,
  type CobaltClient,
  CobaltErrorBoundary,
  CobaltProvider,
  createCobaltClient,
  type ErrorKind,
  listOrganizations,
  useFindings,
} from 'cobalt-react';
import 'cobalt-react/styles.css';
import { MOCK_TOKEN } from 'cobalt-react/testing';
import { type ReactNode, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { allowConsole } from '../setup/console.ts';

interface Failure {
  readonly what: string;
  /** As the mock's control takes it. */
  readonly fault: Readonly<Record<string, unknown>>;
  readonly name: AnyCobaltError['name'];
  readonly kind: ErrorKind;
  readonly title: string | RegExp;
  /** How the data comes back: by itself, by a new token, by a button of the view, or by another way of the app. */
  readonly way: 'itself' | 'new token' | { readonly press: string } | 'leave';
}

const soon = { 'Retry-After': '2' };

/** From Cobalt's error table, and from what a gateway and a network add to it. */
const failures: readonly Failure[] = [
  row('400', { status: 400 }, 'BadRequestError', 'bad-request', "This request couldn't be used", 'leave'),
  row(
    '401',
    { status: 401 },
    'UnauthorizedError',
    'unauthenticated',
    'Your connection to Cobalt has ended',
    'new token',
  ),
  row('403', { status: 403 }, 'ForbiddenError', 'forbidden', 'This is outside your access', 'leave'),
  row('404', { status: 404 }, 'NotFoundError', 'not-found', "We couldn't find this", 'leave'),
  row(
    '405',
    { status: 405 },
    'MethodNotAllowedError',
    'method-not-allowed',
    "This action isn't available here",
    'leave',
  ),
  row('406', { status: 406 }, 'NotAcceptableError', 'not-acceptable', "This can't be shown", 'leave'),
  row('409', { status: 409 }, 'ConflictError', 'already-sent', 'This was already sent', 'leave'),
  row('410', { status: 410 }, 'GoneError', 'endpoint-removed', 'This feature has been retired', 'leave'),
  row('418', { status: 418 }, 'TeapotError', 'declined', 'Cobalt declined this request', 'leave'),
  row(
    '422',
    { status: 422 },
    'UnprocessableContentError',
    'validation',
    /thing to change|things to change/,
    'leave',
  ),
  row(
    '429',
    { status: 429, headers: soon },
    'TooManyRequestsError',
    'rate-limited',
    'Loading is paused for a moment',
    'itself',
  ),
  row(
    '509',
    { status: 509, headers: soon },
    'TooManyRequestsError',
    'rate-limited',
    'Loading is paused for a moment',
    'itself',
  ),
  row('500', { status: 500 }, 'InternalServerError', 'server', 'Cobalt had a problem', {
    press: 'Try again',
  }),
  row('502', { status: 502 }, 'UnexpectedStatusError', 'server', 'Cobalt had a problem', {
    press: 'Try again',
  }),
  row(
    '503',
    { status: 503, headers: soon },
    'ServiceUnavailableError',
    'maintenance',
    'Cobalt is offline for planned work',
    'itself',
  ),
  row('a cut connection', { cut: true }, 'NetworkError', 'unreachable', "We couldn't reach Cobalt", {
    press: 'Try again',
  }),
  row('a timeout', { hang: true }, 'TimeoutError', 'timeout', 'This is taking too long', {
    press: 'Try again',
  }),
  row(
    'an HTML body',
    { html: true, status: 200 },
    'MalformedResponseError',
    'malformed',
    "The answer couldn't be read",
    { press: 'Try again' },
  ),
];

function row(
  what: string,
  fault: Failure['fault'],
  name: Failure['name'],
  kind: ErrorKind,
  title: Failure['title'],
  way: Failure['way'],
): Failure {
  return { what, fault, name, kind, title, way };
}

function Findings(): ReactNode {
  const { data } = useFindings();
  if (!data) return <p>Loading</p>;
  return (
    <ul aria-label="Findings">
      {data.items.map((finding) => (
        <li key={finding.id}>{finding.title}</li>
      ))}
    </ul>
  );
}

function App({
  client,
  onError,
}: {
  client: CobaltClient;
  onError: (error: AnyCobaltError) => void;
}): ReactNode {
  const [queryClient] = useState(() => new QueryClient());
  const [route, setRoute] = useState(1);
  return (
    <QueryClientProvider client={queryClient}>
      <CobaltProvider client={client}>
        <button onClick={() => setRoute(route + 1)}>Another page</button>
        <CobaltErrorBoundary key={route} onError={onError}>
          <Findings />
        </CobaltErrorBoundary>
      </CobaltProvider>
    </QueryClientProvider>
  );
}

// The heading says how bad it is first, for those who do not see the colour.
function titled(title: Failure['title']): (name: string) => boolean {
  return (name) => {
    const plain = name.replace(/^(Note|Warning|Error): /, '');
    return typeof title === 'string' ? plain === title : title.test(plain);
  };
}

// Two silent retries take 3 seconds of real time, and this machine may be busy.
const patient = { timeout: 25_000 };

describe('every status, from the hook over real HTTP to the view and back to the data', () => {
  it.each(failures)(
    '$what is $name, says what it means, and leads back to the data',
    { timeout: 60_000 },
    async (failure) => {
      const { what, fault, name, kind, title, way } = failure;
      const { status } = fault as { status?: number };
      allowConsole('error', /error occurred in|Failed to load resource|Error: GET \/findings/);
      const base = `${location.origin}/mock/every-status-${what.replaceAll(' ', '-')}`;
      const breakPath = (path: string): Promise<Response> =>
        fetch(`${base}/__mock/faults`, { method: 'POST', body: JSON.stringify({ path, ...fault }) });
      const mend = (): Promise<Response> => fetch(`${base}/__mock/faults`, { method: 'DELETE' });

      const connected = createCobaltClient({ baseUrl: base, token: MOCK_TOKEN, timeoutMs: 2_000 });
      const [organization] = (await connected.call(listOrganizations)).items;
      const client = connected.withOrganization(organization?.id ?? '');
      await breakPath('/findings');
      // A check during maintenance asks another path.
      if (status === 503) await breakPath('/orgs');

      const caught = vi.fn<(error: AnyCobaltError) => void>();
      render(<App client={client} onError={caught} />);
      await screen.findByRole('heading', { name: titled(title) }, patient);
      expect(caught.mock.lastCall?.[0]).toMatchObject({
        name,
        kind,
        method: 'GET',
        path: '/findings',
        operation: 'read',
      });
      if (status) expect(caught.mock.lastCall?.[0].status).toBe(status);
      expect(screen.queryByRole('list', { name: 'Findings' })).toBeNull();

      await mend();
      if (way === 'new token')
        await userEvent.type(screen.getByLabelText('New API token'), `${MOCK_TOKEN}{Enter}`);
      else if (way === 'leave') await userEvent.click(screen.getByRole('button', { name: 'Another page' }));
      else if (way !== 'itself') await userEvent.click(screen.getByRole('button', { name: way.press }));

      await waitFor(() => {
        expect(within(screen.getByRole('list', { name: 'Findings' })).getAllByRole('listitem')).toHaveLength(
          10,
        );
        expect(document.querySelector('[data-cobalt]')).toBeNull();
      }, patient);
    },
  );
});
