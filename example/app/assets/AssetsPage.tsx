import { CobaltErrorBoundary } from 'cobalt-react';
import type { ReactNode } from 'react';
import { AssetList } from './AssetList.tsx';
import { CreateAssetForm } from './CreateAssetForm.tsx';

/** The form stands outside of the list's boundary: whatever happens to the list, typed text stays. */
export function AssetsPage(): ReactNode {
  return (
    <div className="columns">
      <section className="column-main" aria-labelledby="assets-title">
        <h2 id="assets-title" data-page-title tabIndex={-1}>
          Assets
        </h2>
        <CobaltErrorBoundary>
          <AssetList />
        </CobaltErrorBoundary>
      </section>
      <section className="panel column-side" aria-labelledby="create-title">
        <h2 id="create-title">New asset</h2>
        <CreateAssetForm />
      </section>
    </div>
  );
}
