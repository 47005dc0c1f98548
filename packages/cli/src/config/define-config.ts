import type { BusbarConfig } from './busbar-config.ts';

/**
 * Gives a configuration its types. It answers what it is given; what is wrong with it is said when a command reads it.
 *
 * @example
 * export default defineConfig({ contracts: ['src/contracts/*.ts'] });
 */
export function defineConfig(config: BusbarConfig): BusbarConfig {
  return config;
}
