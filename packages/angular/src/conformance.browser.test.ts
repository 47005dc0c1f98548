import { adapterConformance } from '@busbar/testing/conformance';
import { describe, test } from 'vitest';
import { createZonelessDriver } from './zoneless-driver.test.fixture.ts';

const driver = await createZonelessDriver();

describe('the conformance suite', () => {
  for (const { title, run } of adapterConformance(driver)) test(title, run);
});
