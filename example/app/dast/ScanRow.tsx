import type { DastScan } from 'cobalt-react';
import type { ReactNode } from 'react';
import { Link } from '../state/Link.tsx';
import { hrefTo } from '../state/url.ts';
import { plain, sentence } from '../text/names.ts';
import { When } from '../text/When.tsx';
import { isUnderWay } from './scanStatus.ts';

export interface ScanRowProps {
  readonly scan: DastScan;
  /** The target's, where the list holds several. */
  readonly name: string | undefined;
}

export function ScanRow({ scan, name }: ScanRowProps): ReactNode {
  const { started_at: start, completed_at: end } = scan;
  return (
    <li className="card scan" data-scan={plain(scan.id)}>
      <p className="card-meta">
        <span className="badge" data-state={plain(scan.status)} data-live={isUnderWay(scan)}>
          {sentence(scan.status)}
        </span>
        {name !== undefined && <bdi className="scan-name">{name}</bdi>}
        <Link
          className="forth"
          href={hrefTo({ scan: scan.id })}
          data-entry={scan.id}
          aria-label={`Findings of the scan ${plain(scan.id)}`}
        >
          Findings
        </Link>
      </p>
      <p className="card-meta muted">
        {start === null ? (
          'Not started yet'
        ) : (
          <span>
            Started <When at={start} time />
          </span>
        )}
        {end !== null && (
          <span>
            Ended <When at={end} time />
          </span>
        )}
        <bdi className="mono">{plain(scan.id)}</bdi>
      </p>
    </li>
  );
}
