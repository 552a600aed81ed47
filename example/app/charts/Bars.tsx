import { useParentSize } from '@visx/responsive';
import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import type { ReactNode } from 'react';
import { highest, shorten } from './labels.ts';
import type { ChartProps } from './ChartFigure.tsx';

const COUNT_PX = 44;
const THICK_PX = 14;

/** Lying bars, each below its name: room for long names on a narrow screen. */
export default function Bars({ counts, label }: ChartProps): ReactNode {
  const { parentRef, width, height } = useParentSize({ debounceTime: 50 });
  const y = scaleBand({ domain: counts.map(({ kind }) => kind), range: [0, height] });
  const x = scaleLinear({ domain: [0, highest(counts)], range: [0, Math.max(0, width - COUNT_PX)] });
  return (
    <div ref={parentRef} className="chart-fill">
      {width > 0 && (
        <svg className="chart-drawing" width={width} height={height} role="img" aria-label={label}>
          {counts.map(({ kind, name, count }) => {
            const middle = (y(kind) ?? 0) + y.bandwidth() / 2;
            return (
              <g key={kind}>
                <text x={0} y={middle - 6}>
                  {shorten(name, width / 8)}
                </text>
                <Bar
                  className="chart-bar"
                  data-kind={kind}
                  x={0}
                  y={middle}
                  width={x(count)}
                  height={THICK_PX}
                  rx={3}
                />
                <text className="chart-count" x={x(count) + 8} y={middle + THICK_PX / 2} dy="0.35em">
                  {count}
                </text>
              </g>
            );
          })}
        </svg>
      )}
    </div>
  );
}
