import { type BusProps, withBus } from '@busbar/single-spa';
import { showCart } from '../micro-frontends/show-cart.ts';

interface QiankunProps extends BusProps {
  /** The element that qiankun made for the application. */
  readonly container: HTMLElement;
}

export const { bootstrap, mount, unmount } = withBus<QiankunProps>({
  async mount({ bus, container }) {
    showCart(container.querySelector('#root')!, bus);
  },
  async unmount({ container }) {
    container.querySelector('#root')!.replaceChildren();
  },
});
