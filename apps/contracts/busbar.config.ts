import { defineConfig } from '@busbar/cli';

/** A fixture plays the rest of the page, and emits what others do. */
const app = (name: string) => ({ sources: [`../${name}/src`, `!../${name}/src/fixture.ts`], owner: `team-${name}` });
/** A service is a folder of the services. */
const service = (name: string) => ({ sources: [`../services/src/${name}`], owner: `team-${name}` });
/** One whose tests record what it reads. */
const recorded = (name: string) => ({ ...app(name), reads: [`busbar.reads/${name}.json`] });

export default defineConfig({
  contracts: ['src/*.ts', '!src/index.ts', '!src/order-number.ts'],
  apps: {
    cart: recorded('cart'),
    checkout: recorded('checkout'),
    profile: recorded('profile'),
    shell: app('shell'),
    stock: service('stock'),
    payment: service('payment'),
    orders: service('orders'),
    notifications: service('notifications'),
  },
  catalogue: {
    title: 'Events of the shop',
    description: 'What the micro-frontends of the shop tell each other.',
    importFrom: 'contracts',
  },
});
