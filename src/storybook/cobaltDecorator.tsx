import { QueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { CobaltUIProps } from '../boundary/CobaltUI.tsx';
import { StoryStage } from './StoryStage.tsx';
import { cobaltInitialGlobals } from './toolbar.ts';
import type { CobaltParameters } from './world.ts';

/** What the decorator reads of Storybook's context. */
export interface StoryContextPart {
  readonly id: string;
  readonly canvasElement: Element;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly globals: Readonly<Record<string, unknown>>;
}

/** Fits `decorators` of Storybook's React renderers, without Storybook's types. */
export type CobaltDecorator = (Story: () => ReactElement, context: StoryContextPart) => ReactElement;

/** What every story of an app has in common. */
export interface CobaltDecoratorOptions {
  /** Makes each story's own `QueryClient`, with the defaults of the app. Left out: a plain one. */
  readonly createQueryClient?: () => QueryClient;
  /** Props of the `CobaltUI` around each story, such as `messages` for the language of the toolbar. */
  readonly ui?: (context: StoryContextPart) => Omit<CobaltUIProps, 'children'>;
}

/**
 * Gives each story its own mock of the Cobalt API, client and cache, inside of `QueryClientProvider`, `CobaltProvider` and `CobaltUI`.
 * Nothing leaves the page, and no service worker is needed: stories side by side on one page do not hear of each other. A story says in
 * `parameters.cobalt` what fails ({@link CobaltParameters}); `cobaltGlobalTypes` puts two menus into the toolbar that break whatever
 * runs.
 *
 * It is for stories only: it brings the whole mock along.
 *
 * @example
 * // .storybook/preview.tsx
 * import { cobaltDecorator, cobaltGlobalTypes, cobaltInitialGlobals } from 'cobalt-react/storybook';
 * import 'cobalt-react/styles.css';
 *
 * export default {
 *   decorators: [cobaltDecorator()],
 *   globalTypes: cobaltGlobalTypes,
 *   initialGlobals: cobaltInitialGlobals,
 * };
 */
export function cobaltDecorator({ createQueryClient, ui }: CobaltDecoratorOptions = {}): CobaltDecorator {
  return (Story, context) => {
    const globals = { ...cobaltInitialGlobals, ...context.globals };
    const parameters = (context.parameters['cobalt'] ?? {}) as CobaltParameters;
    return (
      <StoryStage
        key={context.id}
        canvasElement={context.canvasElement}
        storyId={context.id}
        parameters={parameters}
        status={globals.cobaltStatus}
        delayMs={Number(globals.cobaltDelay)}
        createQueryClient={createQueryClient ?? (() => new QueryClient())}
        ui={ui?.(context)}
      >
        <Story />
      </StoryStage>
    );
  };
}
