export type { AppConfig, BusbarConfig, CatalogueConfig, LintConfig, Override, SeverityLevel } from './config/busbar-config.ts';
export { defineConfig } from './config/define-config.ts';
