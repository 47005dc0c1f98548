import type { ApplicationRef } from '@angular/core';
import { createApplication } from '@angular/platform-browser';
import { provideBus } from '@busbar/angular';
import type { BusProps, Lifecycles } from '@busbar/single-spa';
import { ANNOUNCED_ORDERS } from './announced-orders.ts';
import { ProfilePage } from './profile-page.ts';

interface HostProps {
  readonly name: string;
  /** Where to show the profile. Default: the element that single-spa names after the application. */
  readonly domElement?: HTMLElement;
}

/** What single-spa asks of an Angular application without a router: an application per mounting, destroyed with it. */
export function profileLifecycles(): Lifecycles<HostProps> {
  let mounted: { readonly application: ApplicationRef; readonly element: HTMLElement } | undefined;
  const announcedOrders = { provide: ANNOUNCED_ORDERS, useValue: new Set<string>() };

  return {
    async mount({ bus, ...host }: HostProps & BusProps) {
      const container = containerOf(host);
      const application = await createApplication({ providers: [provideBus(bus), announcedOrders] });
      const element = document.createElement('shop-profile');
      container.append(element);
      mounted = { application, element };
      application.bootstrap(ProfilePage, element);
      await application.whenStable();
    },
    async unmount() {
      mounted?.application.destroy();
      mounted?.element.remove();
      mounted = undefined;
    },
  };
}

function containerOf({ name, domElement }: HostProps): HTMLElement {
  const container = domElement ?? document.getElementById(`single-spa-application:${name}`);
  if (!container)
    throw new Error(`There is no element #single-spa-application:${name} on the page, and no domElement was given.`);
  return container;
}
