/** Says on standard error what is going on, so that standard output stays for the answer. */
export interface Progress {
  /** What is going on now, and how far it has come. */
  show(what: string, done?: number, total?: number): void;
  /** Takes it away again. */
  clear(): void;
}

/** How long something takes before anybody is told, and how often the line changes. In milliseconds. */
const quietFor = 300;
const pace = 80;

/** A line that is written over again and again. Without a terminal, or where quiet is asked for, there is none. */
export function progressOn(stream: NodeJS.WriteStream, isQuiet: boolean, now = () => performance.now()): Progress {
  if (isQuiet || !stream.isTTY) return { show() {}, clear() {} };
  const started = now();
  let last = Number.NEGATIVE_INFINITY;
  let isShown = false;
  return {
    show(what, done, total) {
      if (now() - started < quietFor || now() - last < pace) return;
      last = now();
      isShown = true;
      const count = total ? ` ${done}/${total}` : '';
      stream.write(`\r\u001B[2K${`${what}${count}`.slice(0, (stream.columns ?? 80) - 1)}`);
    },
    clear() {
      if (isShown) stream.write('\r\u001B[2K');
      isShown = false;
    },
  };
}
