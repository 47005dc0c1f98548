type Listen = (type: string, listener: (event: Event & { reason?: unknown; error?: unknown }) => void) => void;

/** What reaches nobody but the page: uncaught errors, rejections without a handler, reports, and words on the console. */
export interface PageErrors {
  readonly uncaught: unknown[];
  readonly reported: unknown[];
  restore(): void;
}

/** Takes the place of the page's ways to hear of errors, in Node and in browsers. */
export function takePageErrors(): PageErrors {
  const uncaught: unknown[] = [];
  const reported: unknown[] = [];
  const page = globalThis as { reportError?: unknown };
  const { reportError } = page;
  const { warn, error } = console;
  page.reportError = (what: unknown) => void reported.push(what);
  console.error = (what: unknown) => void reported.push(what);
  console.warn = () => {};
  const leave = typeof window === 'object' ? listenInPage(uncaught) : listenInNode(uncaught);
  return {
    uncaught,
    reported,
    restore() {
      leave();
      page.reportError = reportError;
      Object.assign(console, { warn, error });
    },
  };
}

function listenInNode(uncaught: unknown[]): () => void {
  const hear = (error: unknown): void => void uncaught.push(error);
  process.on('unhandledRejection', hear);
  process.on('uncaughtException', hear);
  return () => {
    process.off('unhandledRejection', hear);
    process.off('uncaughtException', hear);
  };
}

function listenInPage(uncaught: unknown[]): () => void {
  const hear: Parameters<Listen>[1] = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    uncaught.push('reason' in event ? event.reason : event.error);
  };
  for (const type of ['error', 'unhandledrejection']) window.addEventListener(type, hear, true);
  return () => {
    for (const type of ['error', 'unhandledrejection']) window.removeEventListener(type, hear, true);
  };
}
