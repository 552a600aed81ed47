/** Stories of an app's own components on the mock API, without a service worker. For development alone: it brings the mock along. */
export {
  type CobaltDecorator,
  cobaltDecorator,
  type CobaltDecoratorOptions,
  type StoryContextPart,
} from './storybook/cobaltDecorator.tsx';
export { type Simulation, simulations } from './storybook/simulations.ts';
export { cobaltGlobalTypes, cobaltInitialGlobals, type ToolbarMenu } from './storybook/toolbar.ts';
export { useStoryWorld } from './storybook/worldContext.ts';
export { type CobaltParameters, NEW_TOKEN, type StoryWorld, worldOf } from './storybook/world.ts';
