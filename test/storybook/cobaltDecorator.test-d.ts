import type { Decorator, Preview } from '@storybook/react-vite';
import { cobaltDecorator, cobaltGlobalTypes, cobaltInitialGlobals } from 'cobalt-react/storybook';
import { expectTypeOf, it } from 'vitest';

it('the decorator and the menus fit Storybook, whose types they do without', () => {
  expectTypeOf(cobaltDecorator()).toExtend<Decorator>();
  expectTypeOf({
    decorators: [cobaltDecorator()],
    globalTypes: cobaltGlobalTypes,
    initialGlobals: cobaltInitialGlobals,
  }).toExtend<Preview>();
});
