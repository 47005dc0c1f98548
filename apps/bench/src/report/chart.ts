/** A picture beside the page, and what it says to those who do not see it. */
export interface Chart {
  /** Without the ending. */
  readonly file: string;
  readonly svg: string;
  readonly alternative: string;
}

/** The line of Markdown that shows a chart on the page beside whose folder of charts it is. */
export function chartLine({ file, alternative }: Chart, folder: 'case-studies' | 'what-it-costs'): string {
  return `![${alternative}](${folder}/${file}.svg)`;
}
