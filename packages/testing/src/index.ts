export { verifyStrictBuses } from './check-after-each.ts';
export { createTestBus } from './create-test-bus.ts';
export type { DropOptions, Faults } from './faults/faults.ts';
export { fixture, fixtures, type PartOf } from './fixture.ts';
export type { EventNamed, ExpectedLetter, TestBus, TestBusOptions, WaitOptions } from './test-bus.ts';
