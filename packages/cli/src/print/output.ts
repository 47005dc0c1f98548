import { writeSync } from 'node:fs';

/** Where answers go. */
export interface Output {
  /** Standard output, for the answer and nothing else. */
  out(text: string): Promise<void>;
  err(text: string): void;
  /** Standard output at once, for when the process ends in this moment. */
  outNow(text: string): void;
}

/** Keeps standard output to the answer: what code of the project prints goes to standard error from now on. */
export function takeOutput(): Output {
  const { stdout, stderr } = process;
  const write = stdout.write.bind(stdout) as (text: string, written: (error?: Error | null) => void) => boolean;
  stdout.write = stderr.write.bind(stderr) as typeof stdout.write;
  // Who stops reading, as `head` does, has read enough.
  stdout.on('error', () => {});
  return {
    out: (text) => new Promise((resolve) => void write(`${text}\n`, () => resolve())),
    err: (text) => void stderr.write(`${text}\n`),
    outNow: (text) => writeNow(`${text}\n`),
  };
}

function writeNow(text: string): void {
  let bytes = Buffer.from(text);
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(1, bytes));
    } catch (error) {
      if ((error as { code?: string }).code !== 'EAGAIN') return;
    }
  }
}
