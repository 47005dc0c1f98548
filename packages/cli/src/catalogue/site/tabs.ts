import { recall, remember } from './remember.ts';

/** Tabs by click and arrow key. The choice is kept for other pages: who works with Vue wants Vue everywhere. */
export function startTabs(): void {
  for (const group of document.querySelectorAll<HTMLElement>('[data-tabs]')) {
    const name = group.dataset['tabs']!;
    const tabs = [...group.querySelectorAll<HTMLButtonElement>('[role="tab"]')];
    const choose = (tab: HTMLButtonElement) => {
      selectTab(tabs, tab);
      remember(name, tab.id);
    };
    for (const tab of tabs) tab.addEventListener('click', () => choose(tab));
    group.addEventListener('keydown', ({ key, target }) => {
      const next = tabs[neighbourOf(tabs.indexOf(target as HTMLButtonElement), key, tabs.length)];
      if (!next) return;
      choose(next);
      next.focus();
    });
    selectTab(tabs, tabs.find(({ id }) => id === recall(name)) ?? tabs[0]!);
  }
}

function selectTab(tabs: readonly HTMLButtonElement[], chosen: HTMLButtonElement): void {
  for (const tab of tabs) {
    const isChosen = tab === chosen;
    tab.setAttribute('aria-selected', String(isChosen));
    tab.tabIndex = isChosen ? 0 : -1;
    document.getElementById(tab.getAttribute('aria-controls')!)?.classList.toggle('tab-panel-behind', !isChosen);
  }
}

/** The tab that an arrow key leads to, around the ends; -1 where the key or the place is none. */
function neighbourOf(index: number, key: string, count: number): number {
  if (index < 0) return -1;
  const steps: Record<string, number> = { ArrowRight: index + 1, ArrowLeft: index - 1 + count, Home: 0, End: count - 1 };
  const next = steps[key];
  return next === undefined ? -1 : next % count;
}
