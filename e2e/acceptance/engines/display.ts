import { spawn } from 'node:child_process';
import { findProgram } from './spawned.ts';

const xvfb = findProgram('Xvfb');

/** Whether there is a screen, or one can be made. */
export const hasDisplay: boolean = Boolean(process.env['DISPLAY'] || xvfb);

/** A screen in memory, for browsers that have no headless mode; the one that is there, where there is one. */
export async function openDisplay(): Promise<{ readonly name: string; close(): void }> {
  const own = process.env['DISPLAY'];
  if (own) return { name: own, close: () => {} };
  const server = spawn(xvfb!, ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const close = (): void => {
    process.off('exit', close);
    server.kill();
  };
  process.once('exit', close);
  const number = await new Promise<string>((resolve, reject) => {
    server.stdio[3]!.once('data', (said) => resolve(String(said).trim()));
    server.once('exit', () => reject(new Error('Xvfb ended before it had a screen.')));
  });
  return { name: `:${number}`, close };
}
