import type { Bus } from '@busbar/core';
import { deadLetterList } from '../dead-letters/dead-letter-list.ts';
import { part } from '../dom/part.ts';
import { subscriptionPanel } from '../subscriptions/subscription-panel.ts';
import { switchesContent } from '../switches/switches-content.ts';
import { eventList } from '../trail/event-list.ts';
import { countedLabel } from './counted-label.ts';
import { type DockPanel, dockPanel } from './dock-panel.ts';
import { tabs } from './tabs.ts';
import './dock.css';
import '../trail/trail.css';
import '../dead-letters/dead-letters.css';
import '../subscriptions/subscriptions.css';

/** Makes the two panels at the bottom of the page, side by side where there is room, one at a time where there is not. */
export function startDock(bus: Bus): void {
  const wide = matchMedia('(width >= 64rem)');
  const panels: DockPanel[] = [];

  function changed(index: number): void {
    const other = panels[1 - index];
    if (!wide.matches && panels[index]?.isOpen() && other?.isOpen()) other.close();
    part('dock', HTMLElement).toggleAttribute(
      'data-open',
      panels.some(({ isOpen }) => isOpen()),
    );
  }

  panels.push(
    dockPanel({ id: 'trail', title: 'Event trail', ...trailContent(bus), changed: () => changed(0) }),
    dockPanel({ id: 'switches', title: 'Switches', content: [switchesContent(bus)], changed: () => changed(1) }),
  );
}

function trailContent(bus: Bus): { content: HTMLElement[]; head: HTMLElement } {
  const eventsLabel = countedLabel('Events', 'badge-spare');
  const lettersLabel = countedLabel('Dead letters', 'badge-danger');
  const subscriptionsLabel = countedLabel('Subscriptions', 'badge-warning', ' lagging');
  const events = eventList(bus, eventsLabel.count);
  const letters = deadLetterList(bus, lettersLabel.count);
  const subscriptions = subscriptionPanel(bus, subscriptionsLabel.count);
  const head = tabs('What to list', [
    { id: 'events', label: eventsLabel.label, panel: events },
    { id: 'dead-letters', label: lettersLabel.label, panel: letters },
    { id: 'subscriptions', label: subscriptionsLabel.label, panel: subscriptions },
  ]);
  return { content: [events, letters, subscriptions], head };
}
