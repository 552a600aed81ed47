import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The command of a Redis server that starts: what the environment names, what is installed, else Debian's package.
 *
 * @returns {string | undefined}
 */
export function findRedis() {
  const command = process.env.REDIS_SERVER ?? 'redis-server';
  if (starts(command)) return command;
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  console.log('No redis-server found: trying to install one.');
  // The package starts a server of its own, but not in run level 1.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const apt = (...args) => spawnSync('apt-get', args, { stdio: 'inherit', timeout: 300_000, env });
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'redis-server');
  return starts(command) ? command : undefined;
}

function starts(command) {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
}

/**
 * Starts a Redis server on loopback, on a free port unless one is given, that keeps nothing.
 *
 * @param {string} command
 * @param {number} [port]
 */
export async function startRedis(command, port) {
  const chosen = port ?? (await freePort());
  const folder = mkdtempSync(join(tmpdir(), 'cobalt-react-redis-'));
  const options = {
    port: chosen,
    bind: '127.0.0.1',
    save: '',
    appendonly: 'no',
    daemonize: 'no',
    dir: folder,
  };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => child.once('close', resolve));
  await new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
      if (said.includes('Ready to accept connections')) resolve(undefined);
    });
    ended.then(() => reject(new Error(`redis-server ended before it was ready:\n${said}`)));
  });
  return {
    port: chosen,
    url: `redis://127.0.0.1:${chosen}`,
    /** Takes no more requests and answers none, as a machine that hangs. */
    pause: () => child.kill('SIGSTOP'),
    resume: () => child.kill('SIGCONT'),
    async stop() {
      child.kill('SIGCONT');
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
