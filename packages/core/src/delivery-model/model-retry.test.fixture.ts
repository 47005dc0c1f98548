import type { Retry } from './program.test.fixture.ts';
import type { World } from './world.test.fixture.ts';

/** How many milliseconds after so many tries there is another one; undefined where there is none. */
export function retryDelay(world: World, retry: number | Retry, tried: number): number | undefined {
  const options: Retry = typeof retry === 'object' ? retry : { attempts: retry };
  const { attempts, delay = 100, factor = 2, maxDelay = 30_000, jitter = 0.2, when } = options;
  if (tried > attempts || (when === 'once' && tried > 1)) return undefined;
  if (when === 'throws') {
    world.told.push('callback-failed');
    return undefined;
  }
  return Math.min(delay * factor ** (tried - 1), maxDelay) * (1 - jitter * world.program.chance);
}
