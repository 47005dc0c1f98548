import { Provider } from 'react-redux';
import type { Variant } from '../page/variant.ts';
import { createShopStore, notified } from './shop-store.ts';

/** The page on one store: every root has a provider of its own around it, all of the same store. */
export function storeVariant({ sections, teasers }: Pick<Variant, 'sections' | 'teasers'>): Variant {
  const store = createShopStore();
  return {
    sections,
    teasers,
    wrap: (_microFrontend, content) => <Provider store={store}>{content}</Provider>,
    receive: (notification) => void store.dispatch(notified(notification)),
  };
}
