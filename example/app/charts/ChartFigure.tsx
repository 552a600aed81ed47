import { type ComponentType, type ReactNode, Suspense, useId, useState } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { type Count, sum } from '../pentests/counts.ts';
import { CountTable, type CountTableProps } from './CountTable.tsx';

/** A chart fills the space that it is given, and needs its numbers said in words. */
export interface ChartProps {
  readonly counts: readonly Count[];
  readonly label: string;
}

export interface ChartFigureProps extends CountTableProps {
  readonly title: string;
  readonly Chart: ComponentType<ChartProps>;
  /** Kept free while the chart loads, so that nothing moves when it comes. */
  readonly heightPx: number;
  /** How many rows of the table are drawn. */
  readonly most: number;
}

/** A chart with the same numbers as a table, which opens by itself where the chart cannot be loaded. */
export function ChartFigure({ title, Chart, heightPx, most, ...table }: ChartFigureProps): ReactNode {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const { counts } = table;
  const drawn = counts.slice(0, most);
  const label = `${title}: ${drawn.map(({ name, count }) => `${name} ${count}`).join(', ')}`;
  return (
    <figure className="panel chart" aria-labelledby={id}>
      <figcaption id={id} className="chart-title">
        {title} <span className="muted">{sum(counts)} in all</span>
      </figcaption>
      <div className="chart-space" style={{ height: heightPx }}>
        <ErrorBoundary
          fallback={<p className="muted">The chart could not be loaded. The table says the same.</p>}
          onError={() => {
            setIsOpen(true);
          }}
        >
          <Suspense fallback={<div className="chart-skeleton" aria-hidden="true" />}>
            <Chart counts={drawn} label={label} />
          </Suspense>
        </ErrorBoundary>
      </div>
      <details
        open={isOpen}
        onToggle={({ currentTarget }) => {
          setIsOpen(currentTarget.open);
        }}
      >
        <summary>As a table</summary>
        <CountTable {...table} />
      </details>
    </figure>
  );
}
