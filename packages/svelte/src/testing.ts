export { type BusDecoratorOptions, busDecorator } from './testing/bus-decorator.ts';
export { cleanup, type Rendered, type RenderOptions, renderWithBus } from './testing/render-with-bus.ts';
