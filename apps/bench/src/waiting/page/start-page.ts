import { type Answer, type GivenAnswer, type Occupation, type Plan, type Service, services } from '../plan.ts';
import { openDesk, type ServiceDesk } from './service-desk.ts';

/** The four services, by their names. */
export type Desks = Readonly<Record<Service, ServiceDesk>>;

/** Tells the customer what became of the order. */
export type Tell = (order: string, answer: Answer) => void;

/** Takes orders in. */
export type PlaceOrder = (order: string) => void;

declare global {
  interface Window {
    /** The run that measures hears of each answer by it. */
    tellAnswer?(answer: GivenAnswer): void;
    occupation?: Occupation;
  }
}

/** Shows a button for orders and what became of each; the address says how the services behave. */
export function startPage(connect: (desks: Desks, tell: Tell) => PlaceOrder): void {
  const plan: Plan = JSON.parse(new URLSearchParams(location.search).get('plan')!);
  const occupation: Occupation = { holds: [], busy: 0 };
  window.occupation = occupation;
  const desks = Object.fromEntries(services.map((name) => [name, openDesk(name, plan, occupation)])) as unknown as Desks;
  const button = document.querySelector('button')!;
  const list = document.querySelector('ul')!;
  const pressed = new Map<string, number>();

  const tell: Tell = (order, answer) => {
    document.getElementById(order)!.textContent = `Your order ${order} is ${answer}.`;
    window.tellAnswer?.({ order, answer, after: performance.now() - pressed.get(order)! });
  };
  const place = connect(desks, tell);
  button.addEventListener('click', ({ timeStamp }) => {
    const order = `S-${pressed.size + 1}`;
    pressed.set(order, timeStamp);
    list.insertAdjacentHTML('beforeend', `<li id="${order}">Your order ${order} is on its way to us.</li>`);
    place(order);
  });
}
