/**
 * `npm run picture`: takes the picture of the README, four stories as they run, into this folder. Builds Storybook first;
 * `npm run picture -- http://localhost:6006` takes one that runs.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openStorybook } from '../support/openStorybook.mjs';

const WIDTH = 560;
const stories = [
  { id: 'statuses-429-509-limit-spent--read-waiting', height: 310 },
  { id: 'statuses-503-maintenance--waiting', height: 310 },
  { id: 'components-cobaltui--session-ended', height: 390 },
  { id: 'components-fielderrors--refused-form', height: 390, prepare: sendEmpty },
];
const { storybook, browser, close } = await openStorybook(process.argv[2]);

const pictures = [];
for (const story of stories) pictures.push(await shoot(story));

const sheet = await open({ width: 2 * WIDTH + 36, height: 100 });
await sheet.setContent(`<style>
  body { display: grid; grid-template-columns: ${WIDTH}px ${WIDTH}px; gap: 12px; margin: 12px; background: #dfe4ea; }
  img { width: ${WIDTH}px; border-radius: 8px; }
</style>${pictures.map((png) => `<img src="data:image/png;base64,${png}">`).join('')}`);
const png = await sheet.screenshot({ fullPage: true });
// Half the size; Playwright itself writes none.
const webp = await sheet.evaluate(toWebp, png.toString('base64'));
await writeFile(join(import.meta.dirname, 'statuses.webp'), Buffer.from(webp, 'base64'));
await close();

function open(viewport) {
  return browser.newPage({ viewport, deviceScaleFactor: 1.25 });
}

/** Each on a page of its own: several on one would share the focus. */
async function shoot({ id, height, prepare }) {
  const page = await open({ width: WIDTH, height });
  await page.goto(`${storybook}/iframe.html?id=${id}&viewMode=story&globals=theme:light`);
  await prepare?.(page);
  await page.locator('[data-cobalt][data-part="root"]').first().waitFor();
  const png = await page.screenshot();
  await page.close();
  return png.toString('base64');
}

/** The story ends well; one more try is refused. */
async function sendEmpty(page) {
  await page.getByText('Added').waitFor();
  await page.getByLabel('Title').fill('');
  await page.getByRole('button', { name: 'Add' }).click();
}

/* global document, Image -- this one runs in the page */
async function toWebp(base64) {
  const image = new Image();
  image.src = `data:image/png;base64,${base64}`;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), {
    width: image.width,
    height: image.height,
  });
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.toDataURL('image/webp', 0.9).split(',')[1];
}
