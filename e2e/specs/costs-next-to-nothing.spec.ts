import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { test } from '../fixtures/probe-test.ts';

// What an emit asks of the browser is counted, not timed: `pnpm bench` has the times.

for (const subscribers of [1, 100]) {
  test(`it costs next to nothing: one browser event an emit, whether 1 or more subscribe (${subscribers})`, async ({
    openProbe,
  }) => {
    const asked = await askedOfTheBrowser(await openProbe('production'), 'sent', subscribers);
    expect(asked).toEqual({ delivered: 50 * subscribers, dispatchEvent: 50, validations: 50, timers: 0, clones: 0 });
  });

  test(`it costs next to nothing: no browser event at all off window (${subscribers} subscribers)`, async ({ openProbe }) => {
    const asked = await askedOfTheBrowser(await openProbe('production'), 'sorted', subscribers);
    expect(asked).toEqual({ delivered: 50 * subscribers, dispatchEvent: 0, validations: 50, timers: 0, clones: 0 });
  });
}

/** What fifty emits ask for, counted where the browser and the schema would do the work. */
function askedOfTheBrowser(page: Page, name: 'sent' | 'sorted', subscribers: number): Promise<Record<string, number>> {
  return page.evaluate(
    async ([name, subscribers]) => {
      const { createBus, defineEvent, parcel, Parcel, settled } = copies.production;
      const asked = { delivered: 0, dispatchEvent: 0, validations: 0, timers: 0, clones: 0 };
      const counted = <Call extends (...given: never[]) => unknown>(what: keyof typeof asked, call: Call) =>
        function (this: unknown, ...given: never[]) {
          asked[what]++;
          return call.apply(this, given);
        };
      EventTarget.prototype.dispatchEvent = counted('dispatchEvent', EventTarget.prototype.dispatchEvent) as never;
      globalThis.setTimeout = counted('timers', globalThis.setTimeout) as never;
      globalThis.structuredClone = counted('clones', globalThis.structuredClone) as never;
      const standard = Parcel['~standard'];
      const schema = { '~standard': { ...standard, validate: counted('validations', standard.validate) } } as typeof Parcel;
      const { dom } = parcel[name];
      const contract = defineEvent(`counted:${name}`, { version: 1, schema, ...(dom && { dom }) });
      const bus = createBus({ source: 'depot' });
      for (let index = 0; index < subscribers; index++) bus.on(contract, () => asked.delivered++);
      for (let number = 0; number < 50; number++) bus.emit(contract, { number, to: 'Oslo' });
      await settled();
      return asked;
    },
    [name, subscribers] as const,
  );
}
