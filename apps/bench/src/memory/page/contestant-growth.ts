import type { Course, Handle } from '../../contestants/contestant.ts';
import { contestantNamed } from '../../contestants/contestants.ts';
import type { Growth } from './growth.ts';

const handle: Handle = () => {};

/** Subscriptions of a contestant. */
export function contestantGrowth(name: string): Growth {
  const { open } = contestantNamed(name);
  const courses: Course[] = [];
  let subscribed = 0;
  return (count) => {
    courses.push(open(count, handle));
    subscribed += count;
    return subscribed;
  };
}

/** Functions such as contestants subscribe, that nobody calls. */
export function handlerGrowth(): Growth {
  const handlers: (() => void)[] = [];
  return (count) => {
    for (let index = 0; index < count; index++)
      handlers.push(() => handle({ sku: '', quantity: 1, price: 1, gift: false }, index));
    return handlers.length;
  };
}
