import { expect } from '@playwright/test';
import { test } from '../fixtures/probe-test.ts';

type Name = 'a' | 'b' | 'production';
const orders: [Name, Name][] = [
  ['a', 'b'],
  ['b', 'a'],
  ['a', 'production'],
  ['production', 'a'],
];

for (const order of orders) {
  const [first, second] = order;
  test.describe(`One page, one bus, however many copies: ${first} before ${second}`, () => {
    test('both copies are on one hub and share no code', async ({ openProbe }) => {
      const page = await openProbe(first, second);
      const met = await page.evaluate(([first, second]) => {
        const [one, other] = [copies[first], copies[second]];
        const bus = one.createBus({ source: 'first' });
        const sameHub = bus.hub === other.createBus({ source: 'second' }).hub;
        return { sameHub, sameCode: one.createBus === other.createBus, copies: bus.metrics().copies.map(({ source }) => source) };
      }, order);
      expect(met).toEqual({ sameHub: true, sameCode: false, copies: ['first', 'second'] });
    });

    test('each delivers the events of the other, in the order of the page', async ({ openProbe }) => {
      const page = await openProbe(first, second);
      const heard = await page.evaluate(async ([first, second]) => {
        const heard: string[][] = [[], []];
        const buses = [copies[first], copies[second]].map((copy, index) => {
          const bus = copy.createBus({ source: `bus-${index}` });
          bus.on(copy.parcel.sent, ({ data, source }) => heard[index]?.push(`${source} ${data.number}`));
          return { emit: (number: number) => bus.emit(copy.parcel.sent, { number, to: 'Oslo' }) };
        });
        for (let number = 0; number < 6; number++) buses[number % 2]?.emit(number);
        await copies[first].settled();
        return heard;
      }, order);
      const every = ['bus-0 0', 'bus-1 1', 'bus-0 2', 'bus-1 3', 'bus-0 4', 'bus-1 5'];
      expect(heard).toEqual([every, every]);
    });

    test('the second sees what the first retained, defined and could not deliver', async ({ openProbe }) => {
      const page = await openProbe(first);
      await page.evaluate((first) => {
        const { createBus, parcel } = copies[first];
        const bus = createBus({ source: 'depot' });
        bus.emit(parcel.located, { number: 1, to: 'Oslo' });
        try {
          bus.emit(parcel.sent, { number: 1.5, to: 'Oslo' });
        } catch {
          // The dead letter is what this is about.
        }
      }, first);
      await page.addScriptTag({ url: `/${second}.js` });
      const seen = await page.evaluate(async (second) => {
        const { createBus, parcel, isBusError } = copies[second];
        const bus = createBus({ source: 'tracking' });
        const [letter] = bus.deadLetters.list();
        return {
          retained: (await bus.once(parcel.located)).data,
          definedBy: bus.contracts().find(({ type }) => type === 'parcel:sent')?.definedBy,
          emitters: bus.contracts().find(({ type }) => type === 'parcel:located')?.emitters,
          letter: [letter?.reason, letter?.event.source, isBusError(letter?.error, 'invalid-payload')],
        };
      }, second);
      expect(seen).toEqual({
        retained: { number: 1, to: 'Oslo' },
        definedBy: ['depot'],
        emitters: ['depot'],
        letter: ['invalid', 'depot', true],
      });
    });

    test('a letter that died in one copy is redriven from the other', async ({ openProbe, expectMessage }) => {
      expectMessage(/^uncaught: BusError: (The handler of "tracking"|handler-failed)/);
      const page = await openProbe(first, second);
      const redriven = await page.evaluate(async ([first, second]) => {
        const [one, other] = [copies[first], copies[second]];
        const heard: unknown[] = [];
        let broken = true;
        one.createBus({ source: 'tracking' }).on(one.parcel.sent, (event) => {
          if (broken) throw new Error('out of ink');
          heard.push([event.data.number, event.redriveof !== undefined]);
        });
        const bus = other.createBus({ source: 'depot' });
        bus.emit(other.parcel.sent, { number: 1, to: 'Oslo' });
        await one.settled();
        broken = false;
        const sent = bus.deadLetters.redrive(({ reason }) => reason === 'failed');
        await one.settled();
        return { sent, heard, left: bus.deadLetters.list().length };
      }, order);
      expect(redriven).toEqual({ sent: 1, heard: [[1, true]], left: 0 });
    });
  });
}
