import { withNativeFederation } from '@softarc/native-federation/config';

export default withNativeFederation({
  name: 'cart',
  exposes: { './mount': './micro-frontends/cart.ts' },
  shared: {},
});
