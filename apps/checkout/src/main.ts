import { type BusProps, withBus } from '@busbar/single-spa';
import { createBusPlugin } from '@busbar/vue';
import singleSpaVue from 'single-spa-vue';
import { type App, createApp, h } from 'vue';
import CheckoutPage from './checkout-page.vue';

const lifecycles = withBus(
  singleSpaVue({
    createApp,
    appOptions: { render: () => h(CheckoutPage) },
    handleInstance(app: App, props) {
      app.config.idPrefix = 'checkout'; // other Vue applications on the page count their ids from zero, too
      app.use(createBusPlugin((props as BusProps).bus));
    },
  }),
  { publish: ['checkout:*'], subscribe: ['cart:changed', 'profile:detailsChanged', 'saga:*', 'shell:faultSwitched'] },
);

export const { bootstrap, init, mount, unmount } = lifecycles;
