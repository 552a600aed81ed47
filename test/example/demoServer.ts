import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

export interface DemoServer {
  /** Ends with a slash. */
  readonly url: string;
  readonly stop: () => Promise<number | null>;
}

/** Starts the demo as `npm start` does, on a free port, and waits for the address that it prints. */
export async function startDemo(env: Readonly<Record<string, string>> = {}): Promise<DemoServer> {
  const child = spawnDemo({ PORT: '0', ...env });
  const { out } = collect(child);
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const found = /http:\/\/\S+/.exec(out())?.[0];
      if (found) resolve(found);
    });
    child.once('exit', (code) => {
      reject(new Error(`The demo ended with ${code} before it printed an address.`));
    });
  });
  return {
    url,
    async stop() {
      const ended = ending(child);
      child.kill('SIGTERM');
      return await ended;
    },
  };
}

/** Starts the demo where it cannot start; gives what it said. */
export async function failToStart(
  env: Readonly<Record<string, string>>,
): Promise<{ code: number | null; out: string; error: string }> {
  const child = spawnDemo(env);
  const { out, error } = collect(child);
  const code = await ending(child);
  return { code, out: out(), error: error() };
}

function spawnDemo(env: Readonly<Record<string, string>>): ChildProcess {
  const { COBALT_API_TOKEN: _token, COBALT_REGION: _region, HOST: _host, ...clean } = process.env;
  // Vitest's own settings would make Vite build a page for development.
  const { NODE_ENV: _mode, VITEST: _vitest, ...own } = clean;
  return spawn(process.execPath, [join(root, 'example', 'start.mjs')], {
    cwd: root,
    env: { ...own, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function collect(child: ChildProcess): { out: () => string; error: () => string } {
  let out = '';
  let error = '';
  child.stdout?.on('data', (text) => (out += String(text)));
  child.stderr?.on('data', (text) => (error += String(text)));
  return { out: () => out, error: () => error };
}

function ending(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('close', resolve);
  });
}
