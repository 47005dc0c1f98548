export { withContracts } from './with-contracts.ts';
export { withSource } from './with-source.ts';
