import { expect } from '@playwright/test';
import { test } from '../fixtures/probe-test.ts';

test.describe('Plain browser events work both ways: in', () => {
  for (const target of ['window', 'document', 'element'] as const) {
    test(`an event dispatched on the ${target} reaches the subscribers of every copy, validated, once`, async ({ openProbe }) => {
      const page = await openProbe('a', 'b');
      const heard = await page.evaluate(async (target) => {
        const heard: unknown[] = [];
        for (const { createBus, parcel } of [copies.a, copies.b]) {
          createBus({ source: 'tracking' }).on(parcel.sent, ({ data, source }) => heard.push({ ...data, source }));
        }
        const place = { window, document, element: document.querySelector('main') }[target];
        place?.dispatchEvent(new CustomEvent('parcel:sent', { detail: { number: 1, to: 'Oslo', extra: true }, bubbles: true }));
        await copies.a.settled();
        return heard;
      }, target);
      const once = { number: 1, to: 'Oslo', source: 'window' };
      expect(heard).toEqual([once, once]);
    });
  }

  test('an event that does not bubble is for its element alone', async ({ openProbe }) => {
    const page = await openProbe('a');
    const heard = await page.evaluate(async () => {
      const { createBus, parcel, settled } = copies.a;
      let heard = 0;
      createBus({ source: 'tracking' }).on(parcel.sent, () => heard++);
      document.querySelector('main')?.dispatchEvent(new CustomEvent('parcel:sent', { detail: { number: 1, to: 'Oslo' } }));
      await settled();
      return heard;
    });
    expect(heard).toBe(0);
  });

  test('a malformed plain event reaches no subscriber and is a dead letter that names the field', async ({
    openProbe,
    busbar,
    expectMessage,
  }) => {
    expectMessage(/warning: \[busbar refused-plain-event parcel:sent\].*`number`/);
    const page = await openProbe('a');
    const heard = await page.evaluate(async () => {
      const { createBus, parcel, settled } = copies.a;
      let heard = 0;
      createBus({ source: 'tracking' }).on(parcel.sent, () => heard++);
      window.dispatchEvent(new CustomEvent('parcel:sent', { detail: { number: 'one', to: 'Oslo' } }));
      await settled();
      return heard;
    });
    expect(heard).toBe(0);
    const issues = [expect.objectContaining({ path: 'number' })];
    expect(await busbar.deadLetters()).toMatchObject([
      { reason: 'invalid', event: { source: 'window' }, error: { code: 'invalid-payload', details: { issues } } },
    ]);
  });

  test('what a plain script keeps changing afterwards does not change the event', async ({ openProbe }) => {
    const page = await openProbe('a');
    const heard = await page.evaluate(async () => {
      const { createBus, parcel, settled } = copies.a;
      const heard: unknown[] = [];
      createBus({ source: 'tracking' }).on(parcel.sent, ({ data }) => heard.push(data));
      let reads = 0;
      const detail = {
        get number() {
          return reads++ ? Number.NaN : 1;
        },
        to: 'Oslo',
      };
      window.dispatchEvent(new CustomEvent('parcel:sent', { detail }));
      detail.to = 'Nowhere';
      await settled();
      return { heard, reads };
    });
    expect(heard).toEqual({ heard: [{ number: 1, to: 'Oslo' }], reads: 1 });
  });
});
