import type { ReactNode } from 'react';
import { useForcedColors } from './forcedColors.ts';
import './stage.css';

interface StageProps {
  readonly theme: string;
  /** `page`: as the language is written. */
  readonly direction: string;
  readonly language: string;
  /** Alone in its canvas, and not one of many on a page of the documentation. */
  readonly fillsPage: boolean;
  readonly children: ReactNode;
}

/** The page around a story, under the switches of the toolbar. */
export function Stage({ theme, direction, language, fillsPage, children }: StageProps): ReactNode {
  useForcedColors(theme === 'forced');
  return (
    <div
      className={`stage ${fillsPage ? 'stage-page' : ''} ${theme === 'forced' ? 'stage-forced' : ''}`}
      lang={language}
      dir={direction === 'page' ? (language === 'ar' ? 'rtl' : 'ltr') : direction}
      data-cobalt-theme={theme === 'light' || theme === 'dark' ? theme : undefined}
    >
      {children}
    </div>
  );
}
