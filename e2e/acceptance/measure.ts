import type { Engine } from './engines/engine.ts';
import type { Outcome } from './row.ts';
import { serve } from './serve.ts';

/** How long a row may take in all its tries. */
const minutes = 15;

/** Runs the full form of a row in a browser that is started for it. A page that gives no answer does not hold. */
export async function measure(engine: Engine, name: string): Promise<Outcome> {
  const server = await serve();
  const close = await engine.open(`${server.url}#${name}`);
  let limit: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<Outcome>((resolve) => {
    const figures = [{ name: 'answer of the page', measured: `none in ${minutes} minutes`, expected: 'one', holds: false }];
    limit = setTimeout(() => resolve({ name, figures, tries: 1, holds: false }), minutes * 60_000);
  });
  try {
    return await Promise.race([server.outcome, silence]);
  } finally {
    clearTimeout(limit);
    await close();
    server.close();
  }
}
