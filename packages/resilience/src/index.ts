export { type BulkheadOptions, type BulkheadState, bulkhead } from './bulkhead.ts';
export { type BreakerState, type CircuitBreaker, type CircuitBreakerOptions, circuitBreaker } from './circuit-breaker.ts';
export { policies } from './policies.ts';
