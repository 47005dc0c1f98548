import type { Storm } from '../storms.ts';
import type { Reading } from './reading.ts';
import { runStorm } from './run-storm.ts';
import { watchPage } from './watch-page.ts';

const watch = watchPage();

/** Lets a storm come over the page, with the contestant of that name on it. */
const stormPage = (name: string, storm: Storm): Promise<Reading> => runStorm(name, storm, watch);

declare global {
  interface Window {
    readonly stormPage: typeof stormPage;
  }
}

Object.assign(window, { stormPage });
