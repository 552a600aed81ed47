/** Stories of an app's own components on the mock API, without a service worker. For development alone: it brings the mock along. */
export {
  type CobaltDecorator,
  cobaltDecorator,
  type CobaltDecoratorOptions,
  type StoryContextPart,
} from './cobaltDecorator.tsx';
export { type Simulation, simulations } from './simulations.ts';
export { cobaltGlobalTypes, cobaltInitialGlobals, type ToolbarMenu } from './toolbar.ts';
export { useStoryWorld } from './worldContext.ts';
export { type CobaltParameters, NEW_TOKEN, type StoryWorld, worldOf } from './world.ts';
