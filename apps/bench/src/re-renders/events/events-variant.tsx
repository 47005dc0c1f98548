import { createBus, type Hub } from '@busbar/core';
import { BusProvider } from '@busbar/react';
import type { Variant } from '../page/variant.ts';
import { notifications } from './contracts.ts';

/** The page on Busbar: every micro-frontend has a bus of its own, which joins the page's hub, or the one that it is given. */
export function eventsVariant({ sections, teasers }: Pick<Variant, 'sections' | 'teasers'>, hub?: Hub): Variant {
  const join = (source: string) => createBus({ source, ...(hub && { hub }) });
  const gateway = join('server');
  return {
    sections,
    teasers,
    wrap: (microFrontend, content) => <BusProvider bus={join(microFrontend)}>{content}</BusProvider>,
    receive: (notification) => void gateway.emit(notifications.arrived, notification),
  };
}
