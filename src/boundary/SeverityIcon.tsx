import type { ReactNode } from 'react';
import type { ErrorSeverity } from './viewTypes.ts';

const CIRCLE = 'M2.75 10a7.25 7.25 0 0 1 14.5 0 7.25 7.25 0 0 1-14.5 0Z';

/** Shapes differ too, so that colour never carries the meaning alone: an outline, and the sign in it. */
const SHAPES: Record<ErrorSeverity, readonly [outline: string, sign: string]> = {
  neutral: [CIRCLE, 'M6.75 10h6.5'],
  info: [CIRCLE, 'M10 9.25v4.25M10 6.5v.01'],
  warning: [
    'M8.7 3.25 2.4 14.5a1.5 1.5 0 0 0 1.3 2.25h12.6a1.5 1.5 0 0 0 1.3-2.25L11.3 3.25a1.5 1.5 0 0 0-2.6 0Z',
    'M10 7.5v3.75M10 14v.01',
  ],
  danger: ['M7 2.75h6L17.25 7v6L13 17.25H7L2.75 13V7Z', 'M10 6.25v4.5M10 13.75v.01'],
  success: [CIRCLE, 'm6.75 10.25 2.25 2.25 4.25-4.75'],
};

export function SeverityIcon({ severity }: { readonly severity: ErrorSeverity }): ReactNode {
  const [outline, sign] = SHAPES[severity];
  return (
    <svg
      viewBox="0 0 20 20"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={outline + sign} />
    </svg>
  );
}
