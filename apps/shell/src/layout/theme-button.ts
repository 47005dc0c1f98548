import { part } from '../dom/part.ts';

const kept = 'lintel:theme';

/** Lets the button switch between light and dark, beginning with what the system wants. `index.html` puts a kept choice into effect. */
export function startThemeButton(): void {
  const button = part('theme-button', HTMLButtonElement);
  const system = matchMedia('(prefers-color-scheme: dark)');
  const page = document.documentElement;
  const isDark = (): boolean => (page.dataset['theme'] ?? (system.matches ? 'dark' : 'light')) === 'dark';
  const show = (): void => button.setAttribute('aria-pressed', String(isDark()));

  button.addEventListener('click', () => {
    const theme = isDark() ? 'light' : 'dark';
    page.dataset['theme'] = theme;
    keep(theme);
    show();
  });
  system.addEventListener('change', show);
  show();
}

function keep(theme: string): void {
  try {
    localStorage.setItem(kept, theme);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
