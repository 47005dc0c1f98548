// `node write-site.ts gallery <folder>`: a catalogue to look at, and for tests in a browser. Also `nasty`, or a number of events.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { renderCatalogue } from '../render-catalogue.ts';
import { galleryLock } from './gallery-lock.test.fixture.ts';
import { manyEventsLock } from './many-events-lock.test.fixture.ts';
import { attack, nastyLock } from './nasty-lock.test.fixture.ts';

const [name = 'gallery', folder = 'catalogue'] = process.argv.slice(2);
const locks = { gallery: galleryLock, nasty: nastyLock };
const lock = name === 'gallery' || name === 'nasty' ? locks[name] : manyEventsLock(Number(name));
const started = performance.now();
const files = renderCatalogue(
  lock,
  name === 'nasty' ? { title: attack, description: attack, importFrom: attack } : { title: 'The gallery' },
);
const seconds = (performance.now() - started) / 1_000;
for (const { path, text } of files) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
const bytes = files.reduce((sum, { text }) => sum + text.length, 0);
console.log(`${files.length} files, ${Math.round(bytes / 1_000)} kB, made in ${seconds.toFixed(2)} s`);
