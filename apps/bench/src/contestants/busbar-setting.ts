/** How Busbar is used. */
export interface BusbarSetting {
  /** How events meet `window`. */
  readonly dom: 'both' | 'out' | 'off';
  /** Default: what Busbar does by default, `microtask`. */
  readonly delivery?: 'sync';
  /** What subscribers name in place of the contract: `cart:*`. */
  readonly pattern?: string;
}
