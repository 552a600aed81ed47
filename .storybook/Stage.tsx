import { QueryClientProvider } from '@tanstack/react-query';
import { type CobaltMessages, CobaltProvider, CobaltUI } from 'cobalt-react';
import { ar } from 'cobalt-react/locales/ar';
import { de } from 'cobalt-react/locales/de';
import { fr } from 'cobalt-react/locales/fr';
import { Fragment, type ReactNode, useEffect, useState } from 'react';
import { useForcedColors } from './forcedColors.ts';
import './stage.css';
import { type CobaltParameters, openWorld, WorldContext } from './world.ts';

const languages: Readonly<Record<string, CobaltMessages | undefined>> = { ar, de, fr };

interface StageProps {
  readonly canvasElement: Element;
  readonly storyId: string;
  readonly parameters: CobaltParameters;
  readonly status: string;
  readonly delayMs: number;
  readonly theme: string;
  /** `page`: as the language is written. */
  readonly direction: string;
  readonly language: string;
  /** Alone in its canvas, and not one of many on a page of the documentation. */
  readonly fillsPage: boolean;
  readonly children: ReactNode;
}

/** Where a story plays: its own API, client and cache, under the switches of the toolbar. */
export function Stage({
  canvasElement,
  storyId,
  parameters,
  status,
  delayMs,
  theme,
  direction,
  language,
  fillsPage,
  children,
}: StageProps): ReactNode {
  const [world] = useState(() => openWorld({ ...parameters, canvasElement, storyId, status, delayMs }));
  const [mounts, setMounts] = useState(0);

  useEffect(() => () => world.close(), [world]);
  useEffect(() => {
    world.setDelay(delayMs);
  }, [world, delayMs]);
  useEffect(() => {
    world.simulate(status, () => {
      setMounts((count) => count + 1);
    });
  }, [world, status]);

  useForcedColors(theme === 'forced');

  const story = <Fragment key={mounts}>{children}</Fragment>;
  return (
    <div
      className={`stage ${fillsPage ? 'stage-page' : ''} ${theme === 'forced' ? 'stage-forced' : ''}`}
      lang={language}
      dir={direction === 'page' ? (language === 'ar' ? 'rtl' : 'ltr') : direction}
      data-cobalt-theme={theme === 'light' || theme === 'dark' ? theme : undefined}
    >
      <WorldContext.Provider value={world}>
        <QueryClientProvider client={world.queryClient}>
          <CobaltProvider client={world.client}>
            {parameters.ui === false ? story : <CobaltUI messages={languages[language]}>{story}</CobaltUI>}
          </CobaltProvider>
        </QueryClientProvider>
      </WorldContext.Provider>
    </div>
  );
}
