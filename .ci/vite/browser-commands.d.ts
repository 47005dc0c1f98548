import 'vitest/browser';

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** Renders a page in Node: `render` of the module, called with the requests. See `render-on-server.ts`. */
    renderOnServer(file: string, ...requests: unknown[]): Promise<string>;
  }
}
