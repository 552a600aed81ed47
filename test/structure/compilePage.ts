import { createRequire } from 'node:module';
import main from '../../.storybook/main.ts';

interface DocsAddon {
  readonly name: string;
  readonly options: { readonly mdxPluginOptions: object };
}

/** Storybook's own, as it is for Webpack: the plugin for Vite is not to be had alone. */
type Loader = (
  this: {
    async: () => (error: Error | null, code?: string) => void;
    getOptions: () => object;
    resourcePath: string;
  },
  text: string,
) => unknown;

/** What Storybook makes of a page, with the settings of this project. */
export async function compilePage(text: string): Promise<string> {
  const path = createRequire(import.meta.url).resolve('@storybook/addon-docs/mdx-loader');
  const { default: load } = (await import(path)) as { default: Loader };
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, code = ''): void => {
      if (error) reject(error);
      else resolve(code);
    };
    const options = docsAddon().options.mdxPluginOptions;
    void load.call({ async: () => done, getOptions: () => options, resourcePath: '' }, text);
  });
}

function docsAddon(): DocsAddon {
  const addon = main.addons?.find((one) => typeof one === 'object' && 'options' in one);
  return addon as DocsAddon;
}
