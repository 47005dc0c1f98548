import { part } from './dom/part.ts';

const lasts = 4_000;
let fading: ReturnType<typeof setTimeout> | undefined;

/** Says something short to everybody: read out by screen readers, shown for four seconds where the cart is out of sight. */
export function announce(text: string): void {
  const announcement = part('announcement', HTMLElement);
  clearTimeout(fading);
  // Saying the same twice in a row has to change the text, or a screen reader keeps silent.
  announcement.textContent = announcement.textContent === text ? `${text}\u00a0` : text;
  fading = setTimeout(() => announcement.replaceChildren(), lasts);
}
