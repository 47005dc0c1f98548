import type { Differed } from '@busbar/strangler';
import type { ReactElement } from 'react';

/** Where store and events differ, and what happened to each since they agreed. */
export function DifferenceReport({ difference: { paths, actions, events } }: { readonly difference: Differed }): ReactElement {
  return (
    <div className="wide difference">
      <table>
        <caption>The newest difference</caption>
        <thead>
          <tr>
            <th scope="col">Place</th>
            <th scope="col">Store</th>
            <th scope="col">Events</th>
          </tr>
        </thead>
        <tbody>
          {paths.map(({ path, store, bus }) => (
            <tr key={path}>
              <th scope="row">
                <code>{path}</code>
              </th>
              <Value value={store} />
              <Value value={bus} />
            </tr>
          ))}
        </tbody>
      </table>
      <div className="traces">
        <Trace title="Actions since they agreed" steps={actions.map(({ type, payload }) => [type, payload])} />
        <Trace title="Events since they agreed" steps={events.map(({ type, data }) => [type, data])} />
      </div>
    </div>
  );
}

function Value({ value }: { readonly value: unknown }): ReactElement {
  return (
    <td>
      <code>{value === undefined ? 'nothing' : JSON.stringify(value)}</code>
    </td>
  );
}

function Trace({ title, steps }: { readonly title: string; readonly steps: [type: string, payload: unknown][] }): ReactElement {
  return (
    <div>
      <h3>{title}</h3>
      <ol aria-label={title}>
        {steps.map(([type, payload], index) => (
          <li key={index}>
            <code>
              {type} {JSON.stringify(payload)}
            </code>
          </li>
        ))}
      </ol>
    </div>
  );
}
