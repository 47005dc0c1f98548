export { injectDeadLetters } from './inject-dead-letters.ts';
export { injectMetrics } from './inject-metrics.ts';
