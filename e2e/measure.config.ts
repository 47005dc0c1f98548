import tests from './playwright.config.ts';

/** `pnpm measure`: figures instead of verdicts, one at a time, not part of `npm test`. */
export default { ...tests, testDir: 'measurements', outputDir: 'test-results/measurements', workers: 1 };
