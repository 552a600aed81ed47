import type { Finding } from 'cobalt-react';
import type { ReactNode } from 'react';
import { Chips, Fact } from '../detail/Facts.tsx';
import { listOf, plain, sentence } from '../text/names.ts';

export function FindingFacts({ finding }: { readonly finding: Finding }): ReactNode {
  const { type_category: category, impact, likelihood } = finding;
  const labels = listOf(finding.labels);
  const targets = listOf(finding.affected_targets);
  return (
    <dl className="facts">
      <Fact name="Category">{sentence(category)}</Fact>
      <Fact name="Risk">
        {impact === null || likelihood === null
          ? 'Not rated yet'
          : `Impact ${plain(impact)} × likelihood ${plain(likelihood)}`}
      </Fact>
      {listOf(finding.cvsss).map(({ version, score, vector }, index) => (
        <Fact key={index} name={`CVSS ${plain(version)}`}>
          {plain(score)} <bdi className="mono muted">{plain(vector)}</bdi>
        </Fact>
      ))}
      {labels.length > 0 && (
        <Fact name="Labels">
          <Chips values={labels.map(({ name }) => name)} />
        </Fact>
      )}
      {targets.length > 0 && (
        <Fact name="Affected targets">
          <Chips values={targets} isMono />
        </Fact>
      )}
    </dl>
  );
}
