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
  const port = await choosePort(values.host, values.port);
  const env = await install();
  await step('build', 'pnpm', ['build'], { env, again: `${pnpm} build` });
  await serve(env, values.host, port);
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
  const stop = () => {
    stopped = true;
    server.kill('SIGTERM');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal).on(signal, stop);
  // An npm that is ended from outside does not tell its children.
  const npm = process.ppid;
  const watch = setInterval(() => process.ppid !== npm && stop(), 1_000);
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}/`;
  if (await answers(address, server)) console.log(`\n  The shop is open. Ctrl-C closes it.\n\n  ${bold(address)}\n`);
  await ended;
  clearInterval(watch);
  if (!stopped) {
    console.log('The server ended by itself.');
    process.exitCode = 1;
  }
}

/** Whether the server answers; `false` when it ends before it does. */
async function answers(address, server) {
  while (server.exitCode === null && server.signalCode === null) {
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok) return server.exitCode === null;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

/** The port that was asked for, or the usual one, or one that the system picks when somebody has the usual one. */
async function choosePort(host, asked) {
  const free = (await listen(Number(asked ?? usualPort), host)) ?? (asked === undefined ? await listen(0, host) : undefined);
  if (free !== undefined) return free;
  console.log(`Nothing can listen on ${host}, port ${asked ?? usualPort}: it is taken, or not on this machine.`);
  throw new StepFailed('serve');
}

/** The port, which is free again; undefined where somebody else has it. */
function listen(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, host, () => {
      const { port: picked } = probe.address();
      probe.close(() => resolve(picked));
    });
  });
}
