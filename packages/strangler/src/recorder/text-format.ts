/** What a text can be recognised as; names as JSON Schema has them. */
export type TextFormat = 'uuid' | 'date-time' | 'date' | 'email' | 'uri';

const day = String.raw`\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])`;
const time = String.raw`([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?`;

/** Each takes less than Zod's check of the same format does, so that what was recognised is accepted. */
const formats: Readonly<Record<TextFormat, (text: string) => boolean>> = {
  uuid: matches(/^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i),
  'date-time': (text) => new RegExp(`^${day}T${time}(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)$`).test(text) && isDay(text),
  date: (text) => new RegExp(`^${day}$`).test(text) && isDay(text),
  email: matches(/^[a-z\d]+([._+-][a-z\d]+)*@([a-z\d]+(-[a-z\d]+)*\.)+[a-z]{2,}$/i),
  uri: (text) => /^https?:\/\/[^\s]+$/.test(text) && URL.canParse(text),
};

const longest = 2_000;

/** What a text is; all of them exclude each other. */
export function formatOf(text: string): TextFormat | undefined {
  if (text.length > longest) return undefined;
  return (Object.keys(formats) as TextFormat[]).find((format) => formats[format](text));
}

function matches(pattern: RegExp): (text: string) => boolean {
  return (text) => pattern.test(text);
}

/** The 30th of February is none. */
function isDay(text: string): boolean {
  const ymd = text.slice(0, 10);
  const date = new Date(`${ymd}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(ymd);
}
