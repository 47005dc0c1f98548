export { arbitraryOf } from './arbitraries/arbitrary-of.ts';
