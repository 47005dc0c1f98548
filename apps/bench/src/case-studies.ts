// `pnpm bench:cases`: measures the case studies in Chromium and writes them into the documentation. `--quick` measures
// everything once and only tells.
import { parseArgs } from 'node:util';
import { additionStudy } from './fifth-micro-frontend/case-study.ts';
import { studyFifthMicroFrontend } from './fifth-micro-frontend/study.ts';
import { builtPages } from './measure/bundle-page.ts';
import { launchChromium } from './measure/launch-chromium.ts';
import { describeMachine } from './measure/machine.ts';
import { serveFolder } from './measure/serve-folder.ts';
import { reRenderStudy } from './re-renders/case-study.ts';
import { servePages as serveReRenders } from './re-renders/serve-pages.ts';
import { studyReRenders } from './re-renders/study.ts';
import { openBackend } from './waiting/backend.ts';
import { waitingStudy } from './waiting/case-study.ts';
import { servePages as serveWaiting } from './waiting/serve-pages.ts';
import { studyWaiting } from './waiting/study.ts';
import { pageOf, writeCaseStudies } from './write-case-studies.ts';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const rounds = values.quick ? { reRenders: 1, waiting: 1 } : { reRenders: 9, waiting: 5 };

const started = Date.now();
const browser = await launchChromium();
const backend = openBackend();
const server = await serveFolder(
  builtPages,
  (url, response) => backend.respond(url, response) || serveReRenders(url, response) || serveWaiting(url, response),
);
try {
  const studies = [
    reRenderStudy(await timed('renders', studyReRenders(browser, server.address, rounds.reRenders))),
    waitingStudy(await timed('waiting', studyWaiting(browser, backend, server.address, rounds.waiting))),
    additionStudy(await timed('a fifth micro-frontend', studyFifthMicroFrontend(browser))),
  ];
  const machine = describeMachine(browser, ['react', 'react-redux', '@reduxjs/toolkit', '@busbar/core', 'rxjs', 'zod']);
  console.log(`\n${pageOf(studies, machine)}`);
  if (values.quick) console.log('Measured once: apps/docs/case-studies.md is left as it is.');
  else writeCaseStudies(studies, machine);
} finally {
  server.close();
  await browser.close();
}

async function timed<Result>(name: string, study: Promise<Result>): Promise<Result> {
  const result = await study;
  console.log(`${name}: measured after ${Math.round((Date.now() - started) / 1_000)} s`);
  return result;
}
