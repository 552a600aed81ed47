'use client';

import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Fragment, type ReactNode, useEffect, useState } from 'react';
import { CobaltUI, type CobaltUIProps } from '../boundary/CobaltUI.tsx';
import { CobaltProvider } from '../query/CobaltProvider.tsx';
import { type CobaltParameters, openWorld } from './world.ts';
import { WorldContext } from './worldContext.ts';

interface StoryStageProps {
  readonly canvasElement: Element;
  readonly storyId: string;
  readonly parameters: CobaltParameters;
  readonly status: string;
  readonly delayMs: number;
  readonly createQueryClient: () => QueryClient;
  readonly ui: Omit<CobaltUIProps, 'children'> | undefined;
  readonly children: ReactNode;
}

/** Where a story plays: its own API, client and cache, under the switches of the toolbar. */
export function StoryStage(props: StoryStageProps): ReactNode {
  const { parameters, status, delayMs, ui, children, ...given } = props;
  const [world] = useState(() => openWorld({ ...parameters, ...given, status, delayMs }));
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

  const story = <Fragment key={mounts}>{children}</Fragment>;
  return (
    <WorldContext.Provider value={world}>
      <QueryClientProvider client={world.queryClient}>
        <CobaltProvider client={world.client}>
          {parameters.ui === false ? story : <CobaltUI {...ui}>{story}</CobaltUI>}
        </CobaltProvider>
      </QueryClientProvider>
    </WorldContext.Provider>
  );
}
