// Imported by every browser test first: compiles the components of the tests at run time, and lets each test begin anew.
import '@angular/compiler';
import { TestBed } from '@angular/core/testing';
import { BrowserTestingModule, platformBrowserTesting } from '@angular/platform-browser/testing';
import { createBus, createHub } from '@busbar/core';
import { afterEach } from 'vitest';
import { provideBus } from './provide-bus.ts';

TestBed.initTestEnvironment(BrowserTestingModule, platformBrowserTesting());
afterEach(() => {
  TestBed.resetTestingModule();
});

/** A bus with a hub of its own, provided to the test's injector. Errors of handlers land in `errors`. */
export function provideTestBus() {
  const errors: unknown[] = [];
  const bus = createBus({ source: 'test', hub: createHub(), onError: (error) => errors.push(error) });
  TestBed.configureTestingModule({ providers: [provideBus(bus)] });
  return { bus, errors };
}
