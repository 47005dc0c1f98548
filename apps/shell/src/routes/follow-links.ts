import { navigateToUrl } from 'single-spa';
import { routeOf } from './route-of.ts';

/** Takes clicks on links to pages of the shop, wherever they are, and goes there without loading the page anew. */
export function followLinks(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || !isPlain(event) || !staysHere(link)) return;
    event.preventDefault();
    navigateToUrl(link.href);
  });
}

/** A click that asks for nothing special, such as a new tab, and that nobody has taken yet. */
function isPlain(event: MouseEvent): boolean {
  return !event.defaultPrevented && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

function staysHere(link: HTMLAnchorElement): boolean {
  const toAnchor = link.hash !== '' && link.pathname === location.pathname;
  const elsewhere =
    link.origin !== location.origin || (link.target !== '' && link.target !== '_self') || link.hasAttribute('download');
  return !elsewhere && !toAnchor && routeOf(link.pathname).name !== 'not-found';
}
