import type { Bus } from '@busbar/core';
import { sagaEvents } from '@busbar/patterns';
import { shell } from 'contracts';

const kept = 'lintel:reloaded-midway';
const step = 'reserveStock';

/**
 * Loads the page anew as soon as an order has its stock, if that is switched on. The switch is off on the page that
 * comes, which says what happened.
 */
export function reloadMidway(bus: Bus, say: (text: string) => void, reload = () => location.reload()): void {
  const order = takeOrder();
  if (order) say(`The page was loaded anew in the middle of order ${order}, which goes on from what was done.`);

  const now = Date.now();
  let on = false;
  bus.on(
    shell.serviceFaultSwitched,
    ({ data }) => {
      on = data.on;
    },
    { where: ({ data }) => data.fault === 'reload-midway' },
  );
  bus.on(
    sagaEvents.stepDone,
    ({ data: { id } }) => {
      if (!on) return;
      keepOrder(id);
      reload();
    },
    { where: ({ data, time }) => data.step === step && time >= now },
  );
}

/** The order in whose middle the page before this one was left, once. */
function takeOrder(): string | null {
  try {
    const order = sessionStorage.getItem(kept);
    sessionStorage.removeItem(kept);
    return order;
  } catch {
    return null;
  }
}

function keepOrder(id: string): void {
  try {
    sessionStorage.setItem(kept, id);
  } catch {
    // Without storage the page that comes does not say why it is new.
  }
}
