import { provideZonelessChangeDetection } from '@angular/core';
import { adapterConformance } from '@busbar/testing/conformance';
import { describe, test } from 'vitest';
import { createDriver } from './application-driver.test.fixture.ts';

const driver = await createDriver(provideZonelessChangeDetection());

describe('the conformance suite', () => {
  for (const { title, run } of adapterConformance(driver)) test(title, run);
});
