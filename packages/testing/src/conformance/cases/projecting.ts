import type { ConformanceCase } from '../conformance-case.ts';
import { expectSame } from '../expect-same.ts';
import { ObservedValue } from '../observed-value.ts';

const verb = 'projection';
const parity = (value: unknown): unknown => (Number(value) % 2 ? 'odd' : 'even');
const sameParity = (one: unknown, other: unknown): boolean => parity(one) === parity(other);

/** Components show any readable value. */
export const projecting: readonly ConformanceCase[] = [
  {
    title: 'any readable value is shown, and its changes',
    verb,
    async play(page) {
      const source = new ObservedValue<unknown>(1);
      const component = await page.mount({ projection: { source } });
      expectSame('shown at first', component.renders, [1]);
      source.set(2);
      await page.settled();
      expectSame('shown after a change', component.shown, 2);
    },
  },
  {
    title: 'a change of a readable value between the first render and its observation is not missed',
    verb,
    async play(page) {
      const source = new ObservedValue<unknown>(1);
      const component = await page.mount({ projection: { source } }, () => {
        if (source.get() === 1) source.set(2);
      });
      await page.settled();
      expectSame('shown', component.shown, 2);
    },
  },
  {
    title: 'a readable value renders a component only when its selection changes',
    verb,
    async play(page) {
      const source = new ObservedValue<unknown>(1);
      const selecting = await page.mount({ projection: { source, select: parity } });
      const comparing = await page.mount({ projection: { source, compare: sameParity } });
      source.set(3);
      await page.settled();
      expectSame('shown with `select`, render by render', selecting.renders, ['odd']);
      expectSame('shown with `compare`, render by render', comparing.renders, [1]);
      source.set(4);
      await page.settled();
      expectSame('shown after a change of both', [selecting.shown, comparing.shown], ['even', 4]);
    },
  },
  {
    title: 'another readable value takes the place of the former',
    verb,
    async play(page) {
      const [former, other] = [new ObservedValue<unknown>('former'), new ObservedValue<unknown>('other')];
      const component = await page.mount({ projection: { source: former } });
      await component.update({ projection: { source: other } });
      expectSame('shown after the change', component.shown, 'other');
      expectSame('observers of both', [former.observers, other.observers], [0, 1]);
    },
  },
  {
    title: 'a readable value has no observer left after unmounting',
    verb,
    async play(page) {
      const source = new ObservedValue<unknown>(1);
      const component = await page.mount({ projection: { source } });
      expectSame('observers while mounted', source.observers, 1);
      await component.unmount();
      expectSame('observers after unmounting', source.observers, 0);
    },
  },
];
