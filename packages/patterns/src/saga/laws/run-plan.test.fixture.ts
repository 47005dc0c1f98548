import { vi } from 'vitest';
import type { SagaState } from '../saga-state.ts';
import { createDurableStore, type DurableStore } from './durable-store.test.fixture.ts';
import { loadPage, type Page } from './page.test.fixture.ts';
import type { Plan } from './plan.test.fixture.ts';
import { createServices, type Services } from './services.test.fixture.ts';

/** What is there when a history has come to its end. */
export interface Outcome {
  readonly store: DurableStore;
  readonly services: Services;
  /** The last page, alive. */
  readonly page: Page;
  /** Where the instances stood before anybody sent dead letters again, by their ids. */
  readonly before: ReadonlyMap<string, SagaState>;
  /** The dead letters at that time: saga's instance and step. */
  readonly letters: readonly string[];
  /** Where they stand at the end. */
  readonly after: ReadonlyMap<string, SagaState>;
  readonly lives: number;
}

const turns = 5_000;
const nextTask = (globalThis as unknown as { setImmediate(next: () => void): void }).setImmediate;

/** Runs a history: loads the page as often as it dies, then has a person send again what could not be undone. */
export async function runPlan(plan: Plan): Promise<Outcome> {
  const services = createServices(plan);
  const store = createDurableStore(plan);
  let page = loadPage(plan, services, store);
  let lives = 1;
  const clock = { turn: 0 };
  while (!(await comesToRest(page, plan, clock))) {
    page = loadPage(plan, services, store);
    lives++;
  }
  const before = statesOn(page);
  const letters = lettersOn(page);
  services.recover();
  store.calm();
  page.bus.deadLetters.redrive(({ event }) => event.type === 'saga:undoFailed');
  await comesToRest(page, { ...plan, deaths: [] }, clock);
  const after = statesOn(page);
  return { store, services, page, before, letters, after, lives };
}

/** Lets time pass until nothing is left to happen. Answers whether the page has lived to see it. */
async function comesToRest(page: Page, { deaths }: Plan, clock: { turn: number }): Promise<boolean> {
  for (let tries = 0; tries < 6; tries++) {
    for (let turn = 0; turn < turns; turn++) {
      await new Promise<void>(nextTask);
      if (page.dead) return false;
      if (vi.getTimerCount() === 0) break;
      vi.advanceTimersToNextTimer();
      clock.turn++;
      if (deaths.some(({ at, count }) => at === 'turn' && count === clock.turn)) page.end();
    }
    if (isOver(page)) return true;
    // The store has failed: somebody asks the page to go on.
    for (const runner of page.runners) runner.resume().catch((error) => page.errors.push(error));
  }
  return true;
}

function isOver(page: Page): boolean {
  return [...statesOn(page).values()].every(({ status }) => status !== 'running' && status !== 'undoing');
}

/** What the first runner knows. All know the same, or the law about that is broken. */
function statesOn({ runners: [runner] }: Page): ReadonlyMap<string, SagaState> {
  return runner!.instances.get();
}

function lettersOn({ bus }: Page): string[] {
  const told = bus.deadLetters.list(({ event }) => event.type === 'saga:undoFailed').map(({ event }) => event.data);
  return [...new Set((told as { id: string; step: string }[]).map(({ id, step }) => `${id} ${step}`))].sort();
}
