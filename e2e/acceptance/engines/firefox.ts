import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from './engine.ts';
import { findProgram, start, temporaryFolder, versionOfProgram } from './spawned.ts';

const program = findProgram(process.env['BUSBAR_FIREFOX'], 'firefox-esr', 'firefox');

/** Nothing but the page: no first-run pages, no look for updates. */
const preferences = `
user_pref("app.update.auto", false);
user_pref("browser.aboutwelcome.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.homepage_override.mstone", "ignore");
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);
`;

/** Stock Firefox, which is only told what to open: the page tells the server what came of it. */
export const firefox: Engine = {
  name: 'Firefox',
  install: 'apt-get install firefox-esr',
  version: async () => program && versionOfProgram(program),
  async open(url) {
    const profile = temporaryFolder();
    writeFileSync(join(profile, 'user.js'), preferences);
    return start(program!, ['--headless', '--no-remote', '--profile', profile, url], { ...process.env, HOME: profile }, profile);
  },
};
