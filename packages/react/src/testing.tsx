'use client';

export { type BusDecoratorOptions, busDecorator } from './testing/bus-decorator.tsx';
export { cleanup, type RenderedWithBus, type RenderWithBusOptions, renderWithBus } from './testing/render-with-bus.tsx';
