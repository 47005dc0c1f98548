import { useEmit, useEventState } from '@busbar/react';
import { cart, type Offer, shell } from 'contracts';
import { type ReactElement, useState } from 'react';

/** As the page does it elsewhere. */
const roomy = { maxWidth: 'var(--size-page)', marginInline: 'auto', padding: 'var(--space-6) var(--gutter)' };
const plain = { listStyle: 'none', padding: 0 };
const nothingOffered = { offers: [] };
const emptyCart = { lines: [], count: 0, total: 0 };

/** What the customer wishes for, of what the shop offers, and how much of it is in the cart already. */
export function WishList(): ReactElement {
  const { offers } = useEventState(shell.offersChanged, { initial: nothingOffered });
  const { lines } = useEventState(cart.changed, { initial: emptyCart });
  const putIntoCart = useEmit(cart.itemAdded);
  const [wishes, setWishes] = useState<readonly Offer[]>([]);
  const open = offers.filter(({ sku }) => !wishes.some((wish) => wish.sku === sku));
  return (
    <section aria-label="Wish list" className="stack" style={roomy}>
      <h2>Wish list</h2>
      <label className="field">
        I wish for
        <select
          className="input"
          style={{ width: 'auto' }}
          value=""
          onChange={({ target }) => setWishes([...wishes, open.find(({ sku }) => sku === target.value)!])}
        >
          <option value="">…</option>
          {open.map(({ sku, name }) => (
            <option key={sku} value={sku}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <ul style={plain}>
        {wishes.map((wish) => (
          <li key={wish.sku}>
            {`${wish.name}, ${lines.find(({ sku }) => sku === wish.sku)?.quantity ?? 0} in the cart `}
            <button type="button" className="button button-small" onClick={() => putIntoCart({ ...wish, quantity: 1 })}>
              Put {wish.name} into the cart
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
