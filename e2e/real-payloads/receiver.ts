// The bundle that listens: another copy of Busbar with contracts of its own, and plain listeners beside it.
import { createBus } from '@busbar/core';
import { webhookContracts } from './webhook-contracts.ts';

/** What was heard, in the order of hearing. */
export interface Heard {
  readonly type: string;
  readonly data: unknown;
}

declare global {
  var webhookReceiver: { onBus: Heard[]; onWindow: Heard[] };
}

const contracts = webhookContracts();
globalThis.webhookReceiver = { onBus: [], onWindow: [] };

createBus({ source: 'reader' }).on([...contracts.values()], ({ type, data }) => {
  webhookReceiver.onBus.push({ type, data });
});
for (const type of contracts.keys()) {
  window.addEventListener(type, (event) => webhookReceiver.onWindow.push({ type, data: (event as CustomEvent).detail }));
}
