import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** What a text weighs on the wire, in bytes. */
export interface Weight {
  readonly gzip: number;
  readonly brotli: number;
}

/** Compresses a text as well as it can be. */
export function weightOf(code: string): Weight {
  const brotli = brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return { gzip: gzipSync(code, { level: 9 }).length, brotli: brotli.length };
}
