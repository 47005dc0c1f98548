export { type BusDecoratorOptions, busDecorator } from './testing/bus-decorator.ts';
export { cleanup, type RenderedWithBus, type RenderWithBusOptions, renderWithBus } from './testing/render-with-bus.ts';
