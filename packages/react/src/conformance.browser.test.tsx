import { adapterConformance } from '@busbar/testing/conformance';
import { describe, test } from 'vitest';
import { driver } from './conformance-driver.test.fixture.tsx';

describe('the conformance suite', () => {
  for (const { title, run } of adapterConformance(driver)) test(title, run);
});
