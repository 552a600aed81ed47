import type { DastFinding } from 'cobalt-react';
import type { ReactNode } from 'react';
import { Chips, Fact } from '../detail/Facts.tsx';
import { Link } from '../state/Link.tsx';
import { hrefTo, SCANS } from '../state/url.ts';
import { listOf, plain } from '../text/names.ts';
import { useTargetName } from './useTargetName.ts';

export function DastFindingFacts({ finding }: { readonly finding: DastFinding }): ReactNode {
  const target = plain(finding.target_id);
  const name = useTargetName(finding.target_id);
  const scans = listOf(finding.scan_ids);
  return (
    <dl className="facts">
      {/* No link: it holds the attack, which would run on the page of whoever follows it. */}
      <Fact name="Affected URL">
        <bdi className="mono" dir="ltr">
          {plain(finding.affected_url)}
        </bdi>
      </Fact>
      <Fact name="Target">
        <Link className="one-line" href={hrefTo({ ...SCANS, target })} title={name}>
          <bdi>{name ?? target}</bdi>
        </Link>
      </Fact>
      {scans.length > 0 && (
        <Fact name="Found by scans">
          <Chips
            values={scans}
            isMono
            link={(scan, text) => (
              <Link href={hrefTo({ scan, show: undefined, dast_finding: undefined })}>{text}</Link>
            )}
          />
        </Fact>
      )}
    </dl>
  );
}
