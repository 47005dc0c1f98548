import { remember } from './remember.ts';

/** Switches between light and dark. Until somebody does, the page follows the system. */
export function startThemeButton(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-theme-button]');
  const system = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (document.documentElement.dataset['theme'] ?? (system.matches ? 'dark' : 'light')) === 'dark';
  const show = () => button?.setAttribute('aria-pressed', String(isDark()));
  button?.addEventListener('click', () => {
    const theme = isDark() ? 'light' : 'dark';
    document.documentElement.dataset['theme'] = theme;
    remember('theme', theme);
    show();
  });
  system.addEventListener('change', show);
  show();
}
