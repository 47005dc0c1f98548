import { useEmit, useEvent } from '@busbar/react';
import { cart, checkout, type Line, type Offer, shell } from 'contracts';
import { useEffect, useRef, useState } from 'react';
import { type CartChange, changeCart } from './change-cart.ts';
import { priceLine } from './price-line.ts';
import { readCart, writeCart } from './stored-cart.ts';
import { summariseCart } from './summarise-cart.ts';

/**
 * The lines of the cart. Whatever changes them arrives as an event, the cart's own buttons included, and is answered with
 * `cart:changed`; that is also said once when the cart mounts.
 */
export function useCart(): readonly Line[] {
  const [content, setContent] = useState(readCart);
  const newest = useRef(content);
  const announce = useEmit(cart.changed);
  const announced = useRef(false);
  const offers = useRef<readonly Offer[]>([]);

  useEffect(() => {
    if (announced.current) return; // Strict Mode runs effects twice
    announced.current = true;
    announce(summariseCart(newest.current.lines));
  }, [announce]);

  // Runs inside the handler, so that `cart:changed` names the handled event as its cause.
  const apply = (change: CartChange): void => {
    const next = changeCart(newest.current, change);
    if (next === newest.current) return;
    announce(summariseCart(next.lines)); // first: what breaks the contract throws here, and the cart stays as it was
    newest.current = next;
    setContent(next);
    writeCart(next);
  };

  useEvent(shell.offersChanged, ({ data }) => {
    offers.current = data.offers;
    apply({ kind: 'offered', offers: data.offers });
  });
  useEvent(cart.itemAdded, ({ data, id }) => apply({ kind: 'added', line: priceLine(data, offers.current), id }));
  useEvent(cart.quantityChanged, ({ data }) => apply({ kind: 'quantity', ...data }));
  useEvent(cart.itemRemoved, ({ data }) => apply({ kind: 'removed', ...data }));
  useEvent(checkout.orderPlaced, ({ data }) => apply({ kind: 'ordered', order: data }));

  return content.lines;
}
