export { type RecordReadsOptions, recordReads } from './reads/record-reads.ts';
export { forgetReads, recordedReads } from './reads/recording.ts';
