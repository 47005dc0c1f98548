import { chartStyle } from './chart-style.ts';

/** All lengths are in the units of the drawing, which is as wide as a phone, so that its letters stay readable there. */
export const pictureWidth = 400;

/** What is drawn below a title. */
interface Picture {
  readonly title: string;
  /** What it shows, for those who do not see it. */
  readonly words: string;
  readonly height: number;
  readonly parts: readonly string[];
}

/** An SVG picture that follows the colour scheme and says in words what it shows. */
export function svgPicture({ title, words, height, parts }: Picture): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${pictureWidth} ${height}" width="520" role="img" aria-labelledby="title words">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="words">${escapeXml(words)}</desc>`,
    `<style>${chartStyle}</style>`,
    `<rect class="ground" width="${pictureWidth}" height="${height}" rx="6"/>`,
    `<text class="title" x="12" y="24">${escapeXml(title)}</text>`,
    ...parts,
    '</svg>\n',
  ].join('\n');
}

/** A length with one place after the point. */
export function round(length: number): number {
  return Math.round(length * 10) / 10;
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
