import {
  CobaltErrorBoundary,
  CobaltErrorView,
  CobaltProvider,
  CobaltUI,
  useCobaltClient,
  useFinding,
  useUpdateFindingState,
} from 'cobalt-react';
import { type ReactNode, useState } from 'react';
import { useStoryWorld } from 'cobalt-react/storybook';
import { FindingsList } from './Findings.tsx';

/** One finding on a page of its own, with the ways out that an app gives: back to the list, and another organization. */
export function FindingPage(): ReactNode {
  const { mock } = useStoryWorld();
  const client = useCobaltClient();
  const [place, setPlace] = useState<'finding' | 'list'>('finding');
  const [organization, setOrganization] = useState(client.organizationId ?? '');
  const name = mock.data.organizations.find(({ id }) => id === organization)?.name;
  const finding = mock.data.findings.find(
    ({ id, state }) => state === 'need_fix' && mock.data.organizationOf(id)?.id === organization,
  );

  return (
    <CobaltProvider client={client.withOrganization(organization)}>
      <CobaltUI
        onGoBack={() => {
          setPlace('list');
        }}
        onSwitchOrganization={() => {
          setOrganization(mock.data.organizations[1]?.id ?? organization);
          setPlace('list');
        }}
      >
        <main className="page">
          <p>
            <bdi>{name}</bdi>
          </p>
          <h1>{place === 'list' ? 'Findings' : 'Finding'}</h1>
          {place === 'finding' && (
            <button className="plain" type="button" onClick={() => setPlace('list')}>
              All findings
            </button>
          )}
          <CobaltErrorBoundary key={place}>
            {place === 'list' ? <FindingsList /> : <OneFinding id={finding?.id} />}
          </CobaltErrorBoundary>
        </main>
      </CobaltUI>
    </CobaltProvider>
  );
}

function OneFinding({ id }: { readonly id: string | undefined }): ReactNode {
  const finding = useFinding(id);
  const update = useUpdateFindingState();
  if (!finding.data) return <p>Loading the finding…</p>;
  const { state, title } = finding.data;
  return (
    <>
      <p>
        <bdi>{title}</bdi>
      </p>
      <p>State: {state}</p>
      <CobaltErrorView
        error={update.error}
        onRetry={update.variables && (() => update.mutate(update.variables))}
        isRetrying={update.isPending}
        onDismiss={update.reset}
      />
      <button
        className="plain"
        type="button"
        onClick={() => {
          update.mutate({ id: finding.data.id, state: 'check_fix' });
        }}
      >
        Mark as fixed
      </button>
    </>
  );
}
