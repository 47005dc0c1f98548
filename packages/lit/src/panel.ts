export { DeadLettersController } from './dead-letters-controller.ts';
export { MetricsController } from './metrics-controller.ts';
