import { part } from '../dom/part.ts';
import { type Route, routeOf } from './route-of.ts';

/** What single-spa says with its routing events; it gives `pushState` a popstate event of its own. */
type Routing = CustomEvent<{ readonly newUrl: string; readonly originalEvent?: Event & { readonly singleSpaTrigger?: string } }>;

/**
 * Shows the page that belongs to the address, now and after each navigation: its part of the layout, its title, the mark
 * in the navigation; and moves the focus to it, as a newly loaded page would. Calls `left` when a page was left.
 */
export function showRoutes(left: () => void): void {
  const pages = pagesByRoute();
  let shown = routeOf(location.pathname);
  show(shown);

  function show(route: Route): void {
    shown = route;
    document.title = route.title;
    for (const [name, page] of pages) page.hidden = name !== route.name;
    markInNavigation(route);
  }

  window.addEventListener('single-spa:before-routing-event', (event) => {
    const { newUrl, originalEvent } = (event as Routing).detail;
    const route = routeOf(new URL(newUrl).pathname);
    if (route === shown) return;
    left();
    show(route);
    // Going back, the browser finds the place where people were by itself.
    if (originalEvent?.singleSpaTrigger) window.scrollTo(0, 0);
    pages.get(route.name)?.focus({ preventScroll: true });
  });
}

function pagesByRoute(): Map<Route['name'], HTMLElement> {
  const names = ['shop', 'checkout', 'profile', 'not-found'] as const;
  return new Map(names.map((name) => [name, part(`page-${name}`, HTMLElement)]));
}

function markInNavigation({ name }: Route): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.nav-link')) {
    if (routeOf(link.pathname).name === name) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}
