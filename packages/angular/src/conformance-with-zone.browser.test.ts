import 'zone.js';
import { provideZoneChangeDetection } from '@angular/core';
import { adapterConformance } from '@busbar/testing/conformance';
import { describe, test } from 'vitest';
import { createDriver } from './application-driver.test.fixture.ts';

const driver = await createDriver(provideZoneChangeDetection());

describe('the conformance suite, with zone.js', () => {
  for (const { title, run } of adapterConformance(driver)) test(title, run);
});
