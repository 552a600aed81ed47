import { simulations } from './simulations.ts';

/** One menu of Storybook's toolbar, as its `globalTypes` take it. */
export interface ToolbarMenu {
  description: string;
  toolbar: { icon: 'lightning' | 'time'; title: string; dynamicTitle: true; items: ToolbarItem[] };
}

interface ToolbarItem {
  value: string;
  title: string;
}

/** Two menus for `globalTypes` of Storybook's preview: what goes wrong in the running story, and how long every answer takes. */
export const cobaltGlobalTypes: { cobaltStatus: ToolbarMenu; cobaltDelay: ToolbarMenu } = {
  cobaltStatus: {
    description: 'What goes wrong in the running story',
    toolbar: {
      icon: 'lightning',
      title: 'Status',
      dynamicTitle: true,
      items: Object.entries(simulations).map(([value, { title }]) => ({ value, title })),
    },
  },
  cobaltDelay: {
    description: 'How long every answer takes',
    toolbar: {
      icon: 'time',
      title: 'Delay',
      dynamicTitle: true,
      items: [
        { value: '0', title: 'No delay' },
        { value: '500', title: '500 ms' },
        { value: '3000', title: '3 s' },
      ],
    },
  },
};

/** All is well, and at once: for `initialGlobals` of Storybook's preview. */
export const cobaltInitialGlobals: { cobaltStatus: string; cobaltDelay: string } = {
  cobaltStatus: 'none',
  cobaltDelay: '0',
};
