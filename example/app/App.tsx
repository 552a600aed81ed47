import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  CobaltErrorBoundary,
  CobaltProvider,
  CobaltUI,
  ConnectionBanner,
  useCobaltClient,
  useOrganizations,
} from 'cobalt-react';
import { type ReactNode, useEffect, useState } from 'react';
import { AssetCreation } from './assets/AssetCreation.tsx';
import { AssetsPage } from './assets/AssetsPage.tsx';
import { BreakItPanel } from './breakIt/BreakItPanel.tsx';
import { ConnectPanel } from './connect/ConnectPanel.tsx';
import { sessionQuery } from './connect/session.ts';
import { useConnecting } from './connect/useConnecting.ts';
import { FindingsPage } from './findings/FindingsPage.tsx';
import { OpenTitleContext, useDocumentTitle } from './layout/documentTitle.ts';
import { Header } from './layout/Header.tsx';
import { LastResort } from './layout/LastResort.tsx';
import { SkeletonRows } from './layout/Skeleton.tsx';
import { usePageFocus } from './layout/usePageFocus.ts';
import { failedQueries } from './state/failedQueries.ts';
import { backHref, goTo, hrefTo, openPage, type Place, usePlace, VIEW_NAMES } from './state/url.ts';
import { DastPage } from './dast/DastPage.tsx';
import { PentestsPage } from './pentests/PentestsPage.tsx';
import { plain } from './text/names.ts';

const PAGES = {
  findings: FindingsPage,
  assets: AssetsPage,
  pentests: PentestsPage,
  dast: DastPage,
} satisfies Record<Place['view'], (props: { place: Place }) => ReactNode>;

export function App(): ReactNode {
  const place = usePlace();
  const queryClient = useQueryClient();
  const { data: session } = useQuery(sessionQuery);
  const organizations = useOrganizations({ limit: 100 }, { throwOnError: false });
  const connecting = useConnecting();
  const [isBreaking, setIsBreaking] = useState(false);
  // The address wins, also over a list that could not be loaded.
  const organizationId = place.org ?? organizations.data?.items[0]?.id;
  const organization = organizations.data?.items.find(({ id }) => id === organizationId);
  const [open, setOpen] = useState<string>();
  useDocumentTitle([open, VIEW_NAMES[place.view], organization && plain(organization.name), 'Findings desk']);
  usePageFocus(place);

  // Pinned in the address: the page stays where it is, also when the list cannot be loaded again.
  useEffect(() => {
    if (place.org === undefined && organizationId !== undefined) goTo(hrefTo({ org: organizationId }), true);
  }, [place.org, organizationId]);

  return (
    <div className="app" data-breaking={isBreaking}>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <Header
        view={place.view}
        organizationId={organizationId}
        session={session}
        isConnecting={connecting.isOpen}
        isBreaking={isBreaking}
        onConnect={connecting.isOpen ? connecting.cancel : connecting.open}
        onBreak={() => {
          setIsBreaking(!isBreaking);
        }}
      />
      <main id="main" className="main" tabIndex={-1}>
        <h1 className="visually-hidden">Findings desk</h1>
        <CobaltUI
          banner={false}
          onReauthenticate={connecting.openAndWait}
          onGoBack={() => {
            goTo(backHref(place));
            // Where the list itself failed, going back to it is another try.
            void queryClient.refetchQueries(failedQueries);
          }}
          onSwitchOrganization={() => {
            document.getElementById('organization')?.focus();
          }}
        >
          <ConnectionBanner />
          {connecting.isOpen && (
            <ConnectPanel session={session} onConnected={connecting.finish} onCancel={connecting.cancel} />
          )}
          {organizationId === undefined ? (
            <CobaltErrorBoundary>
              <NoOrganizationYet />
            </CobaltErrorBoundary>
          ) : (
            <OpenTitleContext value={setOpen}>
              <OfOrganization id={organizationId} place={place} />
            </OpenTitleContext>
          )}
        </CobaltUI>
      </main>
      {isBreaking && (
        <BreakItPanel
          onClose={() => {
            setIsBreaking(false);
          }}
        />
      )}
    </div>
  );
}

/** Everything below talks about one organization; another one starts with a clean page. */
function OfOrganization({ id, place }: { readonly id: string; readonly place: Place }): ReactNode {
  const client = useCobaltClient();
  const Page = PAGES[place.view];
  return (
    <CobaltProvider client={client.withOrganization(id)}>
      <AssetCreation key={id}>
        <LastResort
          resetKeys={[place.view, place.finding, openPage(place), place.target, place.dast_finding]}
        >
          <Page place={place} />
        </LastResort>
      </AssetCreation>
    </CobaltProvider>
  );
}

/** The same list as in the header; here its failure has the whole page. */
function NoOrganizationYet(): ReactNode {
  const { data } = useOrganizations({ limit: 100 });
  if (!data) return <SkeletonRows rows={12} label="Loading organizations" />;
  return <p className="empty">This token sees no organization. Connect with another one.</p>;
}
