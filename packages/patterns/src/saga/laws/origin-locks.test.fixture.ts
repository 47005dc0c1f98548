import type { SagaLocks } from '../runner/saga-locks.ts';
import type { Life } from './durable-store.test.fixture.ts';

interface Claim {
  readonly name: string;
  readonly life: Life;
  readonly enter: () => void;
}

/** The locks of one origin, as browsers have them: a page that dies lets go of its own. */
export interface OriginLocks {
  /** The locks as one page sees them. */
  locksOf(life: Life): SagaLocks;
  /** Lets go of what a page holds and waits for. */
  release(life: Life): void;
}

/** Makes locks that are given out one after the other, in the order in which they were asked for. */
export function createOriginLocks(): OriginLocks {
  const claims: Claim[] = [];
  const drop = (claim: Claim): void => {
    const place = claims.indexOf(claim);
    if (place < 0) return;
    const wasFirst = claims.findIndex(({ name }) => name === claim.name) === place;
    claims.splice(place, 1);
    if (wasFirst) claims.find(({ name }) => name === claim.name)?.enter();
  };
  return {
    release(life) {
      for (const claim of claims.filter((one) => one.life === life)) drop(claim);
    },
    locksOf: (life) => ({
      async request(name, { signal }, work) {
        signal.throwIfAborted();
        const { promise, enter, give } = claimOf(life, name);
        if (!claims.some((claim) => claim.name === name)) enter();
        claims.push(give);
        signal.addEventListener('abort', () => drop(give), { once: true });
        await promise;
        try {
          return await work();
        } finally {
          drop(give);
        }
      },
    }),
  };
}

function claimOf(life: Life, name: string): { promise: Promise<void>; enter: () => void; give: Claim } {
  let enter = (): void => {};
  const promise = new Promise<void>((resolve) => {
    enter = resolve;
  });
  return { promise, enter, give: { name, life, enter } };
}
