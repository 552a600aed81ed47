/** A process of its own that plays what it is sent. It must not share a clock, nor React, with anything else. */
import { play } from './play.mjs';
import { contenders } from './contenders.mjs';

const [libraryUrl] = process.argv.slice(2);
const all = contenders(await import(libraryUrl));

process.on('message', async ({ contender, scenario, seed }) => {
  process.send(await play(all[contender], scenario, seed));
});
process.send('ready');
