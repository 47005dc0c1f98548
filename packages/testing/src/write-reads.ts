export { writeReads } from './reads/write-reads.ts';
