import type { Notification } from '../shop/notification.ts';
import { pageSizes } from './page-size.ts';
import { showPage } from './show-page.tsx';
import type { Variant } from './variant.ts';
import { watchAction } from './watch-action.ts';

/** Shows a variant in the number of micro-frontends that the page's address names, and connects it to the server. */
export function startPage(variant: Variant): void {
  const asked = Number(new URLSearchParams(location.search).get('micro-frontends'));
  const size = pageSizes.find((size) => size === asked);
  if (!size) throw new Error(`The page is made of ${pageSizes.join(', ')} micro-frontends, not of ${asked}.`);
  watchAction();
  window.addEventListener('message', ({ data }: MessageEvent<Notification>) => variant.receive(data));
  showPage(variant, size, document.querySelector('main')!);
}
