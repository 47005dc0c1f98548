'use client';

export { useDeadLetters } from './use-dead-letters.ts';
export { useMetrics } from './use-metrics.ts';
