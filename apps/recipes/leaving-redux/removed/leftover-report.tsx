import { type ReactElement, useSyncExternalStore } from 'react';
import { readLeftovers, watchLeftovers } from './leftovers.ts';
import { OldWidget } from './old-widget.tsx';

/** Who still dispatches to the slice that is gone, or reads it. */
export function LeftoverReport(): ReactElement {
  const leftovers = useSyncExternalStore(watchLeftovers, readLeftovers);
  return (
    <section className="wide" aria-label="Left over">
      <h2>Who still uses the cart slice</h2>
      {leftovers.length === 0 && <p>Nobody that was seen.</p>}
      <ul>
        {leftovers.map(({ details: { use, what, stack } }) => (
          <li key={`${use} ${what} ${stack}`}>
            <p role="alert">
              {use === 'read' ? 'Read' : 'Dispatched'}: <code>{what}</code>
            </p>
            <pre>{stack}</pre>
          </li>
        ))}
      </ul>
      <OldWidget />
    </section>
  );
}
