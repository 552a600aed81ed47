/** A process of its own, since virtual time and the library's modules are one per process. It plays what it is sent. */
import { play } from './play.mjs';

const library = await import(process.argv[2]);

process.on('message', async ({ contender, scenario, seed }) => {
  process.send(await play(contender, scenario, seed, library));
});
process.send('ready');
