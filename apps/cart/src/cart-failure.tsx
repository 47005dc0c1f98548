import type { ReactElement } from 'react';

/** Takes the place of the cart when it cannot be shown; what it holds is kept in the browser. */
export function CartFailure(): ReactElement {
  return (
    <p className="note note-danger" role="alert">
      The cart cannot be shown just now. Nothing in it is lost: reload the page to see it again.
    </p>
  );
}
