import { fileURLToPath } from 'node:url';

/** Where the built page of the acceptance rows lies: beside the probe, whose server serves both. */
export const pageFolder: string = fileURLToPath(new URL('../dist/probe/acceptance/', import.meta.url));
