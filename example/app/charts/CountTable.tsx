import type { ReactNode } from 'react';
import type { Count } from '../pentests/counts.ts';
import { Link } from '../state/Link.tsx';

export interface CountTableProps {
  /** What the rows are: the first column's name. */
  readonly column: string;
  readonly counts: readonly Count[];
  /** The list of what was counted. */
  readonly hrefOf: (filter: string) => string;
}

/** The numbers of a chart, each leading to its findings. */
export function CountTable({ column, counts, hrefOf }: CountTableProps): ReactNode {
  return (
    <table className="count-table">
      <thead>
        <tr>
          <th scope="col">{column}</th>
          <th scope="col">Findings</th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ filter, kind, name, count }) => (
          <tr key={kind}>
            <th scope="row">
              <bdi>{name}</bdi>
            </th>
            <td>
              {count === 0 || filter === undefined ? (
                count
              ) : (
                <Link href={hrefOf(filter)} aria-label={`${count} findings: ${name}`}>
                  {count}
                </Link>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
