// Runs in a thread of its own while the main thread runs code of the project. That code may never come back: then the main
// thread cannot even say so. This one stops it through the inspector, reads where it is, and lets it say that and end.
import { writeSync } from 'node:fs';
import { type Debugger, Session } from 'node:inspector';
import { parentPort } from 'node:worker_threads';
import type { Frame } from './cannot-run.ts';
import { onStuck } from './watch.ts';

/** How long the main thread has to answer before it is ended without a stack. In milliseconds. */
const patience = 2_000;
const beyondHelp = '\nbusbar: it does not react, so it is ended. Look for code that blocks, such as execSync or Atomics.wait.\n';

let timer: NodeJS.Timeout | undefined;
let last: Frame[] = [];

parentPort?.on('message', (watched: { what: string; timeout: number } | undefined) => {
  clearTimeout(timer);
  if (watched) timer = setTimeout(() => interrupt(watched.what), watched.timeout);
});

function interrupt(what: string): void {
  setTimeout(() => {
    const stack = last.map(({ name, file, line }) => `\n    at ${name} ${file}:${line}`).join('');
    writeSync(2, `busbar: ${what} takes too long.${stack}${beyondHelp}`);
    process.kill(process.pid, 'SIGKILL');
  }, patience);
  const session = new Session();
  session.connectToMainThread();
  const scripts = new Map<string, string>();
  session.on('Debugger.scriptParsed', ({ params }) => scripts.set(params.scriptId, params.url));
  session.on('Debugger.paused', ({ params }) => {
    last = params.callFrames.map((frame) => readFrame(frame, scripts));
    session.post('Runtime.evaluate', { expression: `globalThis[Symbol.for('${onStuck}')](${JSON.stringify(last)})` });
  });
  session.post('Debugger.enable', () => session.post('Debugger.pause'));
}

function readFrame({ functionName, location }: Debugger.CallFrame, scripts: ReadonlyMap<string, string>): Frame {
  const { scriptId, lineNumber, columnNumber = 0 } = location;
  return { name: functionName, file: scripts.get(scriptId) ?? '', line: lineNumber + 1, column: columnNumber + 1 };
}
