import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { toNodeListener } from 'cobalt-react/testing';
import { createApp } from './app.ts';
import { readSettings, type Settings } from './settings.ts';
import { StartError } from './startError.ts';
import type { PageFiles } from './staticFiles.ts';

/** Listens first, so that a taken port is known before the page is built; prints the address when all is ready. */
export async function startDemo(
  env: Readonly<Record<string, string | undefined>>,
  buildPage: () => Promise<PageFiles>,
): Promise<Server> {
  const settings = readSettings(env);
  const page = buildPage();
  // The first failure to tell is the server's; the build's is awaited below.
  page.catch(() => undefined);
  const listener = toNodeListener(createApp(settings, page));
  const server = createServer((req, res) => {
    // On a used connection a browser sends a cut request again by itself, and nobody would see the cut.
    res.shouldKeepAlive = false;
    listener(req, res);
  });
  await listen(server, settings);
  await page;
  const data =
    settings.source.mode === 'demo' ? 'demo data' : `live, ${settings.source.region.toUpperCase()}`;
  console.log(`Findings desk (${data}): ${urlOf(server, settings.host)}`);
  return server;
}

async function listen(server: Server, { host, port }: Settings): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new StartError(reasonOf(error, host, port)));
    });
    server.listen(port, host, resolve);
  });
}

function reasonOf({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Choose another: PORT=${port + 1} npm start`;
  if (code === 'EACCES') return `Port ${port} needs more rights. Choose one above 1023: PORT=4173 npm start`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `This machine has no address ${host}. Leave HOST out.`;
  return `The demo cannot listen on ${host}:${port}: ${message}`;
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}/`;
}
