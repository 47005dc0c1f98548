import { vi } from 'vitest';
import type { SagaState } from '../state/saga-state.ts';
import { createDurableStore, type DurableStore } from './durable-store.test.fixture.ts';
import { createOriginLocks } from './origin-locks.test.fixture.ts';
import { loadPage, type Origin, type Page } from './page.test.fixture.ts';
import type { Plan } from './plan.test.fixture.ts';
import { createServices, type Services } from './services.test.fixture.ts';

/** What is there when a history has come to its end. */
export interface Outcome {
  readonly store: DurableStore;
  readonly services: Services;
  /** The last page of each tab, alive. */
  readonly pages: readonly Page[];
  /** Where the instances stood before anybody sent dead letters again, by their ids. */
  readonly before: ReadonlyMap<string, SagaState>;
  /** The dead letters at that time, of all tabs: instance and step. */
  readonly letters: readonly string[];
  /** Where they stand at the end. */
  readonly after: ReadonlyMap<string, SagaState>;
  /** How many pages died. */
  readonly deaths: number;
}

/** More turns of the clock than any history takes. */
const turns = 5_000;
const nextTask = (globalThis as unknown as { setImmediate(next: () => void): void }).setImmediate;

/** Runs a history: loads pages as often as they die, then has a person send again what could not be undone. */
export async function runPlan(plan: Plan): Promise<Outcome> {
  const origin: Origin = { services: createServices(plan), store: createDurableStore(plan), locks: createOriginLocks() };
  const { services, store } = origin;
  const tabs = openTabs(plan, origin);
  await comesToRest(tabs, plan);
  services.recover();
  store.calm();
  await readAnew(tabs);
  const before = statesIn(tabs.pages);
  const letters = lettersIn(tabs.pages);
  for (const { bus } of tabs.pages) bus.deadLetters.redrive(({ event }) => event.type === 'saga:undoFailed');
  await comesToRest(tabs, { ...plan, deaths: [] });
  await readAnew(tabs);
  return { store, services, pages: tabs.pages, before, letters, after: statesIn(tabs.pages), deaths: tabs.deaths };
}

interface Tabs {
  readonly pages: Page[];
  /** How many pages died. */
  deaths: number;
  /** How often the clock went on. */
  turn: number;
  load(): Page;
}

function openTabs(plan: Plan, origin: Origin): Tabs {
  const load = (): Page => loadPage(plan, origin);
  return { pages: Array.from({ length: plan.tabs }, load), deaths: 0, turn: 0, load };
}

/** Lets time pass until nothing is left to happen, and asks runners that rest, since the store has failed, to go on. */
async function comesToRest(tabs: Tabs, plan: Plan): Promise<void> {
  for (let tries = 0; tries < 6; tries++) {
    await passTime(tabs, plan);
    if ([...statesIn(tabs.pages).values()].every(({ status }) => status !== 'running' && status !== 'undoing')) return;
    await readAnew(tabs);
  }
}

async function passTime(tabs: Tabs, { deaths }: Plan): Promise<void> {
  for (let turn = 0; turn < turns; turn++) {
    await new Promise<void>(nextTask);
    for (const [tab, page] of tabs.pages.entries()) {
      if (!page.dead) continue;
      tabs.deaths++;
      tabs.pages[tab] = tabs.load();
    }
    if (vi.getTimerCount() === 0) return;
    vi.advanceTimersToNextTimer();
    tabs.turn++;
    for (const death of deaths) if (death.at === 'turn' && death.count === tabs.turn) tabs.pages[death.tab]?.end();
  }
  throw new Error('It never comes to rest.');
}

/** Has every runner read the store: tabs do not hear of each other. */
async function readAnew(tabs: Tabs): Promise<void> {
  for (const { runners, errors } of tabs.pages)
    for (const runner of runners) runner.resume().catch((error) => errors.push(error));
  await passTime(tabs, { deaths: [] } as unknown as Plan);
}

function statesIn([page]: readonly Page[]): ReadonlyMap<string, SagaState> {
  return page!.runners[0]!.instances.get();
}

function lettersIn(pages: readonly Page[]): string[] {
  const told = pages.flatMap(({ bus }) => bus.deadLetters.list(({ event }) => event.type === 'saga:undoFailed'));
  return [
    ...new Set(told.map(({ event }) => event.data as { id: string; step: string }).map(({ id, step }) => `${id} ${step}`)),
  ].sort();
}
