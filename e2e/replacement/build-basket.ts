// Builds the cart of another release, which calls itself a basket, into the shop that BUSBAR_SHOP_OUT names. Run it in apps/cart.
import { build } from 'vite';

await build({
  configFile: '../../vite.config.ts',
  logLevel: 'warn',
  plugins: [
    {
      name: 'basket',
      enforce: 'pre',
      transform(code, id) {
        if (!id.endsWith('/cart-panel.tsx')) return undefined;
        if (!code.includes('Your cart')) throw new Error('The cart no longer calls itself "Your cart".');
        return { code: code.replace('Your cart', 'Your basket'), map: null };
      },
    },
  ],
});
