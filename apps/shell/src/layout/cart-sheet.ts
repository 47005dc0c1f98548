import { part } from '../dom/part.ts';

/** Opens the cart: on a narrow page as a sheet over everything else, on a wide one by going to it. Returns what closes the sheet. */
export function startCartSheet(): () => void {
  const panel = part('cart-panel', HTMLElement);
  const scrim = part('cart-scrim', HTMLElement);
  const button = part('cart-button', HTMLButtonElement);
  const wide = matchMedia('(width >= 64rem)');
  const behind = document.querySelectorAll<HTMLElement>('.skip-link, .strip, .header, .main, .footer, .dock');

  function cover(covered: boolean): void {
    for (const element of behind) element.inert = covered;
    scrim.hidden = !covered;
    panel.toggleAttribute('data-open', covered);
    panel.role = covered ? 'dialog' : null;
    panel.ariaModal = covered ? 'true' : null;
  }

  function close(): void {
    if (!panel.hasAttribute('data-open')) return;
    cover(false);
    button.focus();
  }

  button.addEventListener('click', () => {
    if (!wide.matches) cover(true);
    panel.focus();
  });
  part('cart-close', HTMLButtonElement).addEventListener('click', close);
  scrim.addEventListener('click', close);
  panel.addEventListener('keydown', ({ key }) => key === 'Escape' && close());
  wide.addEventListener('change', close);
  return close;
}
