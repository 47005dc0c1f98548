import { initFederation } from '@softarc/native-federation-orchestrator';
import { type Mount, runRecipe } from '../page/run-recipe.ts';

const { loadRemoteModule } = await initFederation({
  products: './products/remoteEntry.json',
  cart: './cart/remoteEntry.json',
});

const mountOf = async (remote: string) => (await loadRemoteModule<{ mount: Mount }>(remote, './mount')).mount;

runRecipe({ products: await mountOf('products'), cart: await mountOf('cart') });
