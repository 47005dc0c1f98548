import { startCopyButtons } from './copy-buttons.ts';
import { startFilters } from './filters.ts';
import { startFlows } from './flows.ts';
import { openForPrint } from './open-for-print.ts';
import { startSearch } from './search-box.ts';
import { startTabs } from './tabs.ts';
import { startThemeButton } from './theme-button.ts';

startThemeButton();
startSearch();
startFilters();
startTabs();
startCopyButtons();
startFlows();
openForPrint();
