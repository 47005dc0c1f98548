import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SagaState } from '../state/saga-state.ts';

interface Told {
  readonly tab: string;
  readonly what: string;
  readonly key?: string;
  readonly state?: SagaState;
}

const fixture = new URL('./tab.test.fixture.ts', import.meta.url).href;
const tabs: Window[] = [];
const ends: (() => void)[] = [];

afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close();
  for (const end of ends.splice(0)) end();
});

/** Tabs that share a database of their own, and what they tell. */
function openOrigin() {
  const database = `sagas-${crypto.randomUUID()}`;
  const told: Told[] = [];
  const channel = new BroadcastChannel(database);
  channel.onmessage = ({ data }) => told.push(data);
  ends.push(
    () => channel.close(),
    () => indexedDB.deleteDatabase(database),
  );
  const openTab = (tab: string, more: Record<string, string> = {}): Window => {
    const page = URL.createObjectURL(new Blob([`<script type="module" src="${fixture}"></script>`], { type: 'text/html' }));
    const opened = window.open(`${page}#${new URLSearchParams({ tab, database, ...more })}`)!;
    tabs.push(opened);
    return opened;
  };
  const until = (tab: string, what: string): Promise<Told> =>
    vi.waitFor(() => {
      const found = told.find((one) => one.tab === tab && one.what === what);
      expect(found, `${tab} says ${what}; said: ${JSON.stringify(told)}`).toBeDefined();
      return found!;
    }, 10_000);
  return { openTab, until, told };
}

describe('a saga in two tabs', () => {
  it('is gone on with by the second when the first is closed in the middle, with the same key', async () => {
    const { openTab, until, told } = openOrigin();
    const first = openTab('first', { submits: 'yes' });
    const begun = await until('first', 'pay');
    openTab('second', { pays: 'yes' });
    await until('second', 'ready');
    expect(told.filter(({ tab, what }) => tab === 'second' && what !== 'ready')).toEqual([]);
    first.close();
    const again = await until('second', 'pay');
    expect(again.key).toBe(begun.key);
    const { state } = await until('second', 'settled');
    expect(state).toMatchObject({ status: 'completed', steps: [{ attempts: 1 }, { attempts: 2 }] });
    expect(told.filter(({ what }) => what === 'reserve')).toHaveLength(1);
  });

  it('is done once though both are told to start it', async () => {
    const { openTab, until, told } = openOrigin();
    for (const tab of ['first', 'second']) openTab(tab, { pays: 'yes', submits: 'yes' });
    const ends = await Promise.all(['first', 'second'].map((tab) => until(tab, 'settled')));
    expect(ends[0]!.state).toEqual(ends[1]!.state);
    expect(told.map(({ what }) => what).filter((what) => what === 'reserve' || what === 'pay')).toEqual(['reserve', 'pay']);
  });
});
