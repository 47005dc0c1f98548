import { type Desks, type PlaceOrder, startPage, type Tell } from '../page/start-page.ts';

/** Every service does its part, and then waits for the next one. */
function connect({ order, payment, fraud, inventory }: Desks, tell: Tell): PlaceOrder {
  const reserve = (number: string) => inventory.hold(number, () => inventory.work(number));

  const checkFraud = (number: string) =>
    fraud.hold(number, async () => {
      await fraud.work(number);
      await reserve(number);
    });

  const takePayment = (number: string) =>
    payment.hold(number, async () => {
      await payment.work(number);
      await checkFraud(number);
    });

  const placeOrder = (number: string) =>
    order.hold(number, async () => {
      await order.work(number);
      await takePayment(number);
    });

  return (number) =>
    void placeOrder(number).then(
      () => tell(number, 'confirmed'),
      () => tell(number, 'cancelled'),
    );
}

startPage(connect);
