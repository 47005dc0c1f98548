/** Collects all garbage of a page in a browser that `launchChromium` has started, so that none is collected while something is measured. */
export function collectGarbage(): void {
  const { gc } = globalThis as { gc?: () => void };
  if (!gc) throw new Error('This browser has been started without --expose-gc.');
  gc();
}
