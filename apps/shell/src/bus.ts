import { cart, checkout, profile, shell } from 'contracts';

/** The shell's handle to the page's hub. Knows every contract of the shop, so plain events are checked from the start. */
export const bus = window.Busbar.createBus({ source: 'shell', contracts: [cart, checkout, profile, shell] });
