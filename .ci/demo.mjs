// `npm run demo`: builds the shop and serves it, on a machine that has Node 20 and npm.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { parseArgs } from 'node:util';
import { install, pnpm } from './install.mjs';
import { root } from './root.mjs';
import { bold, StepFailed, step } from './steps.mjs';

const usualPort = 4173;
const { values } = parseArgs({ options: { port: { type: 'string' }, host: { type: 'string', default: 'localhost' } } });

try {
  const env = await install();
  await step('build', 'pnpm', ['build'], { env, again: `${pnpm} build` });
  await serve(env, values.host, values.port === undefined ? await freePort(usualPort) : Number(values.port));
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  process.exitCode = 1;
}

/** Ends when the server does: on Ctrl-C, which reaches it too, or when it cannot listen. */
async function serve(env, host, port) {
  const server = spawn('vite', ['preview', '--host', host, '--port', String(port), '--strictPort', '--logLevel', 'error'], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = new Promise((resolve) => server.on('exit', resolve));
  let stopped = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.removeAllListeners(signal).on(signal, () => {
      stopped = true;
      server.kill('SIGTERM');
    });
  }
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}/`;
  if (await Promise.race([answers(address), ended.then(() => false)])) {
    console.log(`\n  The shop is open. Ctrl-C closes it.\n\n  ${bold(address)}\n`);
  }
  await ended;
  if (!stopped) {
    console.log(`The server ended by itself. Is port ${port} taken? Another one: npm run demo -- --port ${port + 1}`);
    process.exitCode = 1;
  }
}

async function answers(address) {
  for (;;) {
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The usual port, or one that the system picks when somebody listens there already. */
async function freePort(wanted) {
  const picked = await listen(wanted);
  return picked ?? (await listen(0));
}

function listen(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, 'localhost', () => {
      const { port: picked } = probe.address();
      probe.close(() => resolve(picked));
    });
  });
}
