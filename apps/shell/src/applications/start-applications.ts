import type { Bus } from '@busbar/core';
import { publishRouting } from '@busbar/single-spa/routing';
import { type AppError, addErrorHandler, registerApplication, start, unregisterApplication } from 'single-spa';
import { type ApplicationPlace, applicationPlace } from './application-place.ts';
import { loadApplication } from './load-application.ts';
import { type ShopApplication, shopApplications } from './shop-applications.ts';

/** Registers the micro-frontends with single-spa, shows how each is doing at its place, puts its routing on the bus, and starts. */
export function startApplications(bus: Bus): void {
  const places = new Map<string, ApplicationPlace>();
  for (const application of shopApplications) {
    const place = applicationPlace(application);
    if (place) places.set(application.name, place);
    place?.showLoading();
    register(application);
  }
  showWhatBecomesOf(places);
  publishRouting(bus);
  start();
}

function register({ name, activeAt }: ShopApplication): void {
  registerApplication({ name, app: () => loadApplication(name), activeWhen: ({ pathname }) => activeAt(pathname) });
}

function showWhatBecomesOf(places: ReadonlyMap<string, ApplicationPlace>): void {
  window.addEventListener('single-spa:app-change', (event) => {
    const { newAppStatuses } = (event as CustomEvent<{ newAppStatuses: Record<string, string> }>).detail;
    for (const [name, status] of Object.entries(newAppStatuses)) {
      if (status === 'MOUNTED') places.get(name)?.showReady();
    }
  });
  addErrorHandler((error) => {
    console.error(error);
    places.get(nameIn(error))?.showFailed(() => retry(nameIn(error), places));
  });
}

/** single-spa never tries a broken application again, so the same one is registered anew. */
async function retry(name: string, places: ReadonlyMap<string, ApplicationPlace>): Promise<void> {
  places.get(name)?.showLoading();
  await unregisterApplication(name);
  document.getElementById(`single-spa-application:${name}`)?.replaceChildren();
  register(shopApplications.find((application) => application.name === name)!);
}

function nameIn({ appOrParcelName }: AppError): string {
  return appOrParcelName;
}
