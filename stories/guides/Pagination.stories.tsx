import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  CobaltErrorBoundary,
  CobaltErrorView,
  listFindings,
  useFetchAll,
  useInfiniteFindings,
} from 'cobalt-react';
import { faultScenarios } from 'cobalt-react/testing';
import { type ReactNode, useState } from 'react';
import { expect, waitFor, within } from 'storybook/test';
import { visitorOf } from '../support/visitor.ts';

const meta = { title: 'Guides/Pagination' } satisfies Meta;
export default meta;

function EndlessFindings(): ReactNode {
  const findings = useInfiniteFindings({ limit: 4 });
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = findings;
  if (!data) return <p>Loading findings…</p>;
  return (
    <>
      <ul className="rows" aria-label="Findings">
        {data.items.map((finding) => (
          <li key={finding.id}>
            <bdi>{finding.title}</bdi>
          </li>
        ))}
      </ul>
      <CobaltErrorView
        error={findings.error}
        onRetry={() => fetchNextPage()}
        isRetrying={isFetchingNextPage}
      />
      {hasNextPage && (
        <button
          className="plain"
          type="button"
          aria-disabled={isFetchingNextPage || undefined}
          onClick={() => void fetchNextPage()}
        >
          Show more
        </button>
      )}
    </>
  );
}

/** A page that fails leaves what is there, and is tried again from where it stopped. */
export const EndlessList: StoryObj = {
  render: () => (
    <main className="page">
      <h1>Findings</h1>
      <CobaltErrorBoundary>
        <EndlessFindings />
      </CobaltErrorBoundary>
    </main>
  ),
  play: async (context) => {
    const visitor = visitorOf(context);
    const rows = () => within(context.canvasElement).getAllByRole('listitem').length;
    await visitor.presses('Show more');
    await waitFor(() => expect(rows()).toBe(8));
    visitor.world.mock.faults.add({ ...faultScenarios.brokenJson, path: '/findings', times: 2 });
    await visitor.presses('Show more');
    await visitor.reads("The answer couldn't be read");
    await expect(rows()).toBe(8);
    await visitor.presses('Try again');
    await waitFor(() => expect(rows()).toBe(12));
  },
};

function Export(): ReactNode {
  const [isWanted, setIsWanted] = useState(false);
  return (
    <main className="page">
      <h1>Export</h1>
      {isWanted ? (
        <Walk />
      ) : (
        <button className="plain" type="button" onClick={() => setIsWanted(true)}>
          Read all critical findings
        </button>
      )}
    </main>
  );
}

function Walk(): ReactNode {
  const { items, status, error, progress, resume, cancel } = useFetchAll(listFindings, {
    severity: 'critical',
    limit: 10,
  });
  return (
    <>
      <p role="status">
        {status === 'success'
          ? `All ${items.length} are there.`
          : `${progress.items} so far, ${progress.pages} pages`}
      </p>
      <CobaltErrorView error={error} onRetry={resume} isRetrying={status === 'loading'} />
      {status === 'loading' && (
        <button className="plain" type="button" onClick={cancel}>
          Stop
        </button>
      )}
      {status === 'cancelled' && (
        <button className="plain" type="button" onClick={resume}>
          Go on
        </button>
      )}
    </>
  );
}

/** Page after page to the end; where one fails, it goes on from there. */
export const WholeList: StoryObj = {
  render: () => <Export />,
  play: async (context) => {
    const visitor = visitorOf(context);
    visitor.world.mock.faults.add({ ...faultScenarios.brokenJson, path: '/findings', times: 2 });
    await visitor.presses('Read all critical findings');
    await visitor.reads("The answer couldn't be read");
    await visitor.presses('Try again');
    await visitor.sees(/^All \d+ are there\.$/);
  },
};
