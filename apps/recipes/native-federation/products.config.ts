import { withNativeFederation } from '@softarc/native-federation/config';

export default withNativeFederation({
  name: 'products',
  exposes: { './mount': './micro-frontends/products.ts' },
  shared: {},
});
