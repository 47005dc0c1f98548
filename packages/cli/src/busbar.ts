#!/usr/bin/env node
// The command `busbar`. What needs a newer Node is imported after a look at which one this is. The same file, started as a
// thread, watches over the thread that reads contract modules.
import module from 'node:module';
import { isMainThread } from 'node:worker_threads';
import { complaintAboutNode } from './load/complaint-about-node.ts';
import { answerOfTrouble } from './print/json-answer.ts';

const [command = 'busbar', ...options] = process.argv.slice(2);
const complaint = complaintAboutNode(process.versions.node);
if (complaint) {
  if (options.includes('--json')) console.log(JSON.stringify(answerOfTrouble(command, complaint, process.cwd()), null, 2));
  else console.error(`${complaint.message}\n${complaint.advice}`);
  process.exitCode = 2;
} else if (isMainThread) {
  module.enableCompileCache();
  const { run } = await import('./run.ts');
  await run(process.argv.slice(2), new URL(import.meta.url));
} else {
  await import('./load/watchdog.ts');
}
