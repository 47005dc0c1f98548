declare module 'react-refresh/runtime' {
  /** Has to run before React's renderer is loaded. */
  export function injectIntoGlobalHook(global: object): void;
  export function register(component: unknown, id: string): void;
  /** Components of one id keep their state while their key, which names their hooks, stays the same. */
  export function setSignature(component: unknown, key: string): void;
  export function performReactRefresh(): unknown;
}
