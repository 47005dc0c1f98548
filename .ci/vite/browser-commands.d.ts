import 'vitest/browser';

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** Renders a page in Node: `render` of the module, called with the requests. See `render-on-server.ts`. */
    renderOnServer(file: string, ...requests: unknown[]): Promise<string>;
    /** Holds what an app of the shop reads against its recording. See `keep-reads.ts`. */
    keepReads(recorded: { readonly app: string; readonly reads: object }): Promise<void>;
  }
}
