import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';

/** Says which source file a place of a built script comes from, by the map beside it. */
export class SourceOf {
  readonly #map: SourceMap;
  /** Where each line starts. */
  readonly #starts: number[] = [0];

  /** Of a script by its address, a `file:` URL. */
  constructor(script: string) {
    this.#map = new SourceMap(JSON.parse(readFileSync(new URL(`${script}.map`), 'utf8')));
    const built = readFileSync(new URL(script), 'utf8');
    for (let end = built.indexOf('\n'); end >= 0; end = built.indexOf('\n', end + 1)) this.#starts.push(end + 1);
  }

  /** The source at an offset: characters from the start. */
  offset(offset: number): string {
    const line = this.#starts.findLastIndex((start) => start <= offset);
    return this.position(line, offset - this.#starts[line]!);
  }

  /** The source at a line and column, both counted from 0. */
  position(line: number, column: number): string {
    const { originalSource = 'elsewhere' } = this.#map.findEntry(line, column) as { originalSource?: string };
    return originalSource.replace(/^.*\/(src|node_modules)\//, '');
  }
}
