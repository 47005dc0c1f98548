export { type BusDecoratorOptions, busDecorator, type StoryWithConfig } from './testing/bus-decorator.ts';
export { type BusTestingOptions, injectTestBus, provideBusTesting, TEST_BUS } from './testing/provide-bus-testing.ts';
