import { recall } from './remember.ts';

// Runs before the page is painted: nothing may flash in the wrong theme, or move when the script comes.
const theme = recall('theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;
document.documentElement.dataset['script'] = 'on';
