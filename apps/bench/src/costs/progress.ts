/** Where progress is shown: the error output of the command, or a list of texts in a test. */
export interface Display {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Shows what a long run is doing. */
export interface Progress {
  /** A study begins. */
  begin(name: string): void;
  /** How far it is: `round 3 of 9`. */
  tell(words: string): void;
  /** It is over. */
  end(words: string): void;
}

/** Ends a line on a terminal that is written anew, and begins it again. */
const anew = '\r\x1b[2K';

/** A line that is redrawn each second on a terminal; elsewhere a new line after 10 seconds, so that logs stay short. */
export function createProgress(display: Display): Progress {
  let name = '';
  let words = '';
  let started = 0;
  let timer: NodeJS.Timeout | undefined;
  const line = (): string => [name, words, `${Math.round((Date.now() - started) / 1_000)} s`].filter(Boolean).join(' · ');
  const draw = (): unknown => display.write(display.isTTY ? `${anew}${line()}` : `${line()}\n`);
  return {
    begin(study) {
      [name, words, started] = [study, '', Date.now()];
      draw();
      timer = setInterval(draw, display.isTTY ? 1_000 : 10_000);
    },
    tell(progress) {
      words = progress;
    },
    end(progress) {
      clearInterval(timer);
      words = progress;
      display.write(`${display.isTTY ? anew : ''}${line()}\n`);
    },
  };
}
