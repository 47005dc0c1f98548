import { recordStore } from '@busbar/strangler/recorder';
import { reduxStore } from '@busbar/strangler/redux';
import { type ReactElement, useSyncExternalStore } from 'react';
import { store } from './store.ts';

const actions = reduxStore(store).actions;
const recording = recordStore(reduxStore(store));

/** The contracts that the recorder proposes by now. Somebody reads them, and makes them better. */
export function ProposedContracts(): ReactElement {
  const source = useSyncExternalStore(actions, recording.toTypeScript);
  return (
    <section className="wide" aria-label="Proposed contracts">
      <h2>Proposed contracts</h2>
      <p>Use the shop: each kind of action becomes an event, and its schema takes every payload that was seen.</p>
      <pre>{source}</pre>
    </section>
  );
}
