import { type BusMetrics, createBus } from '@busbar/core';

/** Shows how many copies of Busbar share the hub of this page, who listens, and what was emitted. */
export function showHub(): void {
  const place = document.getElementById('hub')!;
  const bus = createBus({ source: 'page' });
  bus.metrics$(200).subscribe((metrics) => {
    const text = describe(metrics);
    if (place.textContent !== text) place.textContent = text;
  });
}

function describe({ copies, subscriptions, emitted }: BusMetrics): string {
  const listening = [...new Set(subscriptions.map(({ source }) => source))].sort().join(', ') || 'nobody';
  const brought = copies
    .map(({ source }) => source)
    .sort()
    .join(', ');
  return `Copies of Busbar on this hub: ${copies.length} (${brought}). Listening: ${listening}. Events: ${emitted}.`;
}
