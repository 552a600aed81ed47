import type { Meta, StoryObj } from '@storybook/react-vite';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  type CobaltClient,
  type CobaltDehydratedState,
  CobaltErrorBoundary,
  CobaltHydrationBoundary,
  CobaltProvider,
  dehydrateCobalt,
  getFinding,
  listFindings,
  useCobaltClient,
  useFinding,
} from 'cobalt-react';
import { type ReactNode, useEffect, useState } from 'react';
import { expect } from 'storybook/test';
import { FindingsList } from '../support/Findings.tsx';
import { visitorOf } from '../support/visitor.ts';

const meta = { title: 'Guides/Server rendering' } satisfies Meta;
export default meta;

const GONE = 'vl_gone';

/** What a server does before it renders. All that leaves it is JSON. */
async function loadOnServer(client: CobaltClient): Promise<string> {
  const queryClient = new QueryClient();
  await Promise.allSettled([
    queryClient.query(listFindings.queryOptions(client, { limit: 5 })),
    queryClient.query(getFinding.queryOptions(client, GONE)),
  ]);
  return JSON.stringify(dehydrateCobalt(queryClient));
}

/** The server plays in the same page here; its answers go the same way. */
function Visit(): ReactNode {
  const client = useCobaltClient();
  const [sent, setSent] = useState<string>();
  useEffect(() => {
    void loadOnServer(client).then(setSent);
  }, [client]);
  return sent === undefined ? <p>The server is at work…</p> : <Browser sent={sent} />;
}

function Browser({ sent }: { readonly sent: string }): ReactNode {
  const client = useCobaltClient();
  const [state] = useState(() => JSON.parse(sent) as CobaltDehydratedState);
  // What the server loaded a moment ago is not old yet.
  const [queryClient] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } }),
  );
  return (
    <QueryClientProvider client={queryClient}>
      <CobaltProvider client={client}>
        <CobaltHydrationBoundary state={state}>
          <main className="page">
            <h1>Loaded by a server</h1>
            <CobaltErrorBoundary>
              <FindingsList />
            </CobaltErrorBoundary>
            <CobaltErrorBoundary>
              <Gone />
            </CobaltErrorBoundary>
          </main>
        </CobaltHydrationBoundary>
      </CobaltProvider>
    </QueryClientProvider>
  );
}

function Gone(): ReactNode {
  const { data } = useFinding(GONE);
  return <p>{data?.title}</p>;
}

/** The rows, and the 404 of a finding that is gone: the browser asks for neither. */
export const NothingTwice: StoryObj = {
  render: () => <Visit />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.reads("We couldn't find this");
    await visitor.sees('Loaded by a server');
    const asked = visitor.world.mock.requests.map(({ path }) => path).filter((path) => path !== '/orgs');
    await expect(asked.sort()).toEqual(['/findings', `/findings/${GONE}`]);
  },
};
