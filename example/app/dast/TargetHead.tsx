import { useDastTarget } from 'cobalt-react';
import type { ReactNode } from 'react';
import { useOpenTitle } from '../layout/documentTitle.ts';
import { StaleStrip } from '../layout/StaleStrip.tsx';
import { plain } from '../text/names.ts';
import { SafeLink } from '../text/SafeLink.tsx';
import { FindingsLink } from './FindingsLink.tsx';
import { StartScan } from './StartScan.tsx';

export function TargetHead({ id }: { readonly id: string }): ReactNode {
  const query = useDastTarget({ id });
  const { data: target } = query;
  useOpenTitle(target && plain(target.name));
  return (
    <>
      <StaleStrip query={query} />
      <header className="finding-head">
        <h2 className="one-line" title={target && plain(target.name)}>
          {target ? <bdi>{plain(target.name)}</bdi> : <span className="muted">Loading the target…</span>}
        </h2>
        <p className="one-line">
          {target ? <SafeLink href={plain(target.url)}>{plain(target.url)}</SafeLink> : ' '}
        </p>
        <FindingsLink target={id} />
        <StartScan target={id} isOff={target?.enabled === false} />
      </header>
    </>
  );
}
