import { type Desks, type PlaceOrder, startPage, type Tell } from '../page/start-page.ts';

/**
 * The page calls the services itself: it tells the customer as soon as the order is recorded, asks those side by side
 * that do not need each other, and takes the money last.
 */
function connect({ order, payment, fraud, inventory }: Desks, tell: Tell): PlaceOrder {
  async function placeOrder(number: string): Promise<void> {
    await order.hold(number, () => order.work(number));
    tell(number, 'received');
    await Promise.all([fraud.hold(number, () => fraud.work(number)), inventory.hold(number, () => inventory.work(number))]);
    await payment.hold(number, () => payment.work(number));
  }

  return (number) =>
    void placeOrder(number).then(
      () => tell(number, 'confirmed'),
      () => tell(number, 'cancelled'),
    );
}

startPage(connect);
