import type { SagaEvent } from '../state/saga-events.ts';
import type { SagaStore } from '../store/saga-store.ts';
import type { Plan } from './plan.test.fixture.ts';

/** One life of the page, from its loading to its end. */
export interface Life {
  dead: boolean;
  /** What has to end with it. */
  end(): void;
}

/** What is kept over all lives. */
export interface DurableStore {
  readonly events: readonly SagaEvent[];
  /** From now on it fails no more, and ends no page. */
  calm(): void;
  /** The store as one life sees it. */
  storeOf(life: Life): SagaStore;
}

const never = new Promise<never>(() => {});

/** Makes a store that outlives pages, ends them as planned, and fails as planned. */
export function createDurableStore({ deaths, storeFailures, storeLatency }: Plan): DurableStore {
  const events: SagaEvent[] = [];
  let appends = 0;
  let isCalm = false;
  return {
    events,
    calm() {
      isCalm = true;
    },
    storeOf: (life) => ({
      async append(event) {
        if (life.dead) return never;
        if (storeLatency > 0) await new Promise((resolve) => setTimeout(resolve, storeLatency));
        if (life.dead) return never;
        appends++;
        if (!isCalm && storeFailures.includes(appends)) throw new Error('The store is full.');
        const death = deaths.find(({ at, count }) => !isCalm && at === 'append' && count === appends);
        if (death?.at !== 'append' || death.kept) events.push(structuredClone(event));
        if (!death) return undefined;
        life.end();
        return never;
      },
      load: (saga, id) =>
        life.dead
          ? never
          : structuredClone(events.filter(({ data }) => data.saga === saga && (id === undefined || data.id === id))),
    }),
  };
}
