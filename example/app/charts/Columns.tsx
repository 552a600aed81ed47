import { useParentSize } from '@visx/responsive';
import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import type { ReactNode } from 'react';
import { highest, shorten } from './labels.ts';
import type { ChartProps } from './ChartFigure.tsx';

const TOP_PX = 20;
const BOTTOM_PX = 24;
const AXIS_PX = 28;
const LETTER_PX = 5.5;

/** Upright columns for what has an order and short names. Name and number stand at each: the colour only repeats them. */
export default function Columns({ counts, label }: ChartProps): ReactNode {
  const { parentRef, width, height } = useParentSize({ debounceTime: 50 });
  const x = scaleBand({ domain: counts.map(({ kind }) => kind), range: [AXIS_PX, width], padding: 0.35 });
  const y = scaleLinear({ domain: [0, highest(counts)], range: [height - BOTTOM_PX, TOP_PX], nice: true });
  const base = y(0);
  return (
    <div ref={parentRef} className="chart-fill">
      {width > 0 && (
        <svg className="chart-drawing" width={width} height={height} role="img" aria-label={label}>
          {y
            .ticks(4)
            .filter(Number.isInteger)
            .map((tick) => (
              <g key={tick} className="chart-tick">
                <line x1={AXIS_PX} x2={width} y1={y(tick)} y2={y(tick)} />
                <text x={AXIS_PX - 6} y={y(tick)} dy="0.32em" textAnchor="end">
                  {tick}
                </text>
              </g>
            ))}
          {counts.map(({ kind, name, count }) => {
            const left = x(kind) ?? 0;
            const middle = left + x.bandwidth() / 2;
            return (
              <g key={kind}>
                <Bar
                  className="chart-bar"
                  data-kind={kind}
                  x={left}
                  y={y(count)}
                  width={x.bandwidth()}
                  height={base - y(count)}
                  rx={3}
                />
                <text className="chart-count" x={middle} y={y(count) - 6} textAnchor="middle">
                  {count}
                </text>
                <text x={middle} y={height - 6} textAnchor="middle">
                  {shorten(name, x.step() / LETTER_PX)}
                </text>
              </g>
            );
          })}
        </svg>
      )}
    </div>
  );
}
