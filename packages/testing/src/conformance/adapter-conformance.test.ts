import { describe, expect, it } from 'vitest';
import { adapterConformance } from '../conformance.ts';
import { faultsOfEmitting } from './faults-of-emitting.test.fixture.ts';
import { faultsOfHearing } from './faults-of-hearing.test.fixture.ts';
import { faultsOfLeaving } from './faults-of-leaving.test.fixture.ts';
import { faultsOfObserving } from './faults-of-observing.test.fixture.ts';
import { faultsOfShowing } from './faults-of-showing.test.fixture.ts';
import { driverOf, PlainComponent } from './plain-component.test.fixture.ts';

const faults = [...faultsOfHearing, ...faultsOfLeaving, ...faultsOfShowing, ...faultsOfObserving, ...faultsOfEmitting];

describe('the conformance suite, for an adapter that is right', () => {
  for (const { title, run } of adapterConformance(driverOf(PlainComponent))) it(title, run);
});

describe('the conformance suite, for an adapter that is wrong', () => {
  it.each(faults)('finds one that $fault', async ({ foundBy, Component }) => {
    const found = adapterConformance(driverOf(Component), { mounts: 10 }).find(({ title }) => title === foundBy);
    await expect(found?.run()).rejects.toThrow(/: expected .+, and .+ came\.$|"conformance" called/);
  });

  it('has a fault for each of its cases', () => {
    const titles = adapterConformance(driverOf(PlainComponent)).map(({ title }) => title);
    expect([...new Set(faults.map(({ foundBy }) => foundBy))].sort()).toEqual([...titles].sort());
  });
});

describe('the conformance suite, for an adapter that lacks a verb', () => {
  it('leaves out the cases about it', () => {
    const all = adapterConformance(driverOf(PlainComponent));
    const fewer = adapterConformance(driverOf(PlainComponent), { without: ['metrics', 'deadLetters'] });
    const titles = new Set(fewer.map(({ title }) => title));
    expect(all.filter(({ title }) => !titles.has(title)).map(({ title }) => title)).toEqual([
      'many components that show dead letters come and go without a trace',
      'many components that show metrics come and go without a trace',
      'dead letters are shown as they come and go',
      'a filter says which dead letters are shown',
      'a dead letter that the filter leaves out renders nothing',
      'metrics are shown at once, and anew after each period',
      'the figures of another bus are shown at once',
    ]);
  });
});
