import type { ReactElement } from 'react';
import { useDispatch, useStore } from 'react-redux';

/** What every page has somewhere: a widget that nobody thought of, and whose types say nothing of the slice. */
export function OldWidget(): ReactElement {
  const store = useStore<{ cart: { lines?: readonly unknown[] } }>();
  const dispatch = useDispatch();

  function surpriseCustomer(): void {
    const lines = store.getState().cart.lines ?? [];
    if (lines.length < 10) dispatch({ type: 'cart/addItem', payload: { sku: 'lamp', name: 'Desk lamp', price: 12_900 } });
  }

  return (
    <div className="row">
      <span className="name">A widget that was forgotten</span>
      <button className="switch" type="button" onClick={surpriseCustomer}>
        Surprise me
      </button>
    </div>
  );
}
