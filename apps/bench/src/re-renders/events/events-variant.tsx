import { createBus } from '@busbar/core';
import { BusProvider } from '@busbar/react';
import type { Variant } from '../page/variant.ts';
import { notifications } from './contracts.ts';

/** The page on Busbar: every micro-frontend has a bus of its own, which joins the page's hub. */
export function eventsVariant({ sections, teasers }: Pick<Variant, 'sections' | 'teasers'>): Variant {
  const gateway = createBus({ source: 'server' });
  return {
    sections,
    teasers,
    wrap: (microFrontend, content) => <BusProvider bus={createBus({ source: microFrontend })}>{content}</BusProvider>,
    receive: (notification) => void gateway.emit(notifications.arrived, notification),
  };
}
