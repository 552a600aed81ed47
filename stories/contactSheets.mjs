/**
 * `npm run contact-sheets`: pictures of every status, light and dark, 320 and 1024 pixels, from left and from right, into
 * `contact-sheets/`. Builds Storybook first; `npm run contact-sheets -- http://localhost:6006` takes one that runs.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openStorybook } from './support/openStorybook.mjs';

const target = join(import.meta.dirname, '../contact-sheets');
const { storybook, browser, close } = await openStorybook(process.argv[2]);

await mkdir(target, { recursive: true });
for (const theme of ['light', 'dark']) {
  for (const width of [320, 1024]) {
    for (const direction of ['ltr', 'rtl']) await shoot({ theme, width, direction });
  }
}
await close();

async function shoot({ theme, width, direction }) {
  const page = await browser.newPage({ viewport: { width: 2200, height: 1000 } });
  const query = `id=theming-contact-sheet--contact-sheet&viewMode=story&args=width:${width}&globals=theme:${theme};direction:${direction}`;
  await page.goto(`${storybook}/iframe.html?${query}`);
  await page.locator('[data-sheet] [data-cobalt]').last().waitFor({ timeout: 120_000 });
  const path = join(target, `${theme}-${width}-${direction}.png`);
  await page.screenshot({ path, fullPage: true });
  await page.close();
  console.log(path);
}
