import { describe, it } from 'vitest';
import { adapterConformance } from '../conformance.ts';
import { driverOf, PlainComponent } from './plain-component.test.fixture.ts';

describe('the conformance suite, for an adapter that is right', () => {
  for (const { title, run } of adapterConformance(driverOf(PlainComponent))) it(title, run);
});
