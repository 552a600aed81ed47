import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CobaltErrorBoundary, CobaltProvider, createCobaltClient, useAssets } from 'cobalt-react';
import { createMockCobalt, faultScenarios, MOCK_TOKEN } from 'cobalt-react/testing';
import { expect, test, vi } from 'vitest';

function Assets() {
  const { data } = useAssets({ limit: 3 });
  return (
    <ul aria-label="Assets">
      {data?.items.map(({ id, title }) => (
        <li key={id}>{title}</li>
      ))}
    </ul>
  );
}

/** A page on an API of its own. */
function open() {
  const cobalt = createMockCobalt();
  const [organization = { id: '' }] = cobalt.data.organizations;
  const client = createCobaltClient({ region: 'us', token: MOCK_TOKEN, organization, fetch: cobalt.fetch });
  const page = (
    <QueryClientProvider client={new QueryClient()}>
      <CobaltProvider client={client}>
        <CobaltErrorBoundary>
          <Assets />
        </CobaltErrorBoundary>
      </CobaltProvider>
    </QueryClientProvider>
  );
  // React prints what a boundary catches.
  return { cobalt, show: () => render(page, { onCaughtError: vi.fn() }) };
}

test('lists what the API has', async () => {
  const { cobalt, show } = open();
  show();
  await screen.findByText(cobalt.data.assets[0]?.title ?? '');
  expect(cobalt.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /assets']);
});

test('says what failed, and loads again', async () => {
  const { cobalt, show } = open();
  cobalt.faults.add({ ...faultScenarios.badRequest, path: '/assets', times: 1 });
  show();
  await screen.findByText("This request couldn't be used");
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText(cobalt.data.assets[0]?.title ?? '');
});
