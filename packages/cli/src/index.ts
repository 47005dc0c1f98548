export type { AppConfig, BusbarConfig, CatalogueConfig, Override, SeverityLevel } from './config/busbar-config.ts';
export { defineConfig } from './config/define-config.ts';
