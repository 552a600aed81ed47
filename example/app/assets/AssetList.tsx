import { useInfiniteAssets } from 'cobalt-react';
import type { ReactNode } from 'react';
import { LoadMore } from '../layout/LoadMore.tsx';
import { SkeletonRows } from '../layout/Skeleton.tsx';
import { StaleStrip } from '../layout/StaleStrip.tsx';
import { Title } from '../text/SafeLink.tsx';
import { assetTypeName, listOf, plain } from '../text/names.ts';

export function AssetList(): ReactNode {
  const query = useInfiniteAssets({ limit: 25 });
  const { data } = query;
  if (!data) return <SkeletonRows rows={10} label="Loading assets" />;
  if (data.items.length === 0) return <p className="empty">No assets yet. Create the first one.</p>;
  return (
    <>
      {!query.isFetchNextPageError && <StaleStrip query={query} />}
      <ul className="cards">
        {data.items.map((asset) => (
          <li key={asset.id} className="card">
            <h3>
              <Title href={asset.ui_url}>{asset.title}</Title>
            </h3>
            <p className="card-meta">
              <span className="badge">{assetTypeName(asset.asset_type)}</span>
              {listOf(asset.tags).map(({ name }, index) => (
                <bdi key={index} className="tag">
                  {plain(name)}
                </bdi>
              ))}
            </p>
            {typeof asset.description === 'string' && asset.description !== '' && (
              <p className="clamp" dir="auto">
                {asset.description}
              </p>
            )}
          </li>
        ))}
      </ul>
      <LoadMore query={query} noun="assets" count={data.items.length} />
    </>
  );
}
