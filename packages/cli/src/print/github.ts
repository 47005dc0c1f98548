import { appendFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Trouble } from '../load/cannot-run.ts';
import type { PlacedFinding } from './placed-finding.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What GitHub shows beside a line of source. */
export interface Annotation {
  readonly kind: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** Whether this runs in GitHub Actions. */
export function isOnGitHub(env: Environment): boolean {
  return env['GITHUB_ACTIONS'] === 'true';
}

/** Annotations for findings, the worst first: GitHub shows ten of a kind for each step. */
export function annotationsOf(findings: readonly PlacedFinding[]): Annotation[] {
  const kinds = { error: 'error', warning: 'warning', info: 'notice' } as const;
  const annotations = findings.map(({ severity, contract, version, message, advice, code, ...place }) => ({
    kind: kinds[severity],
    title: `${contract}${version === undefined ? '' : `@${version}`}: ${code}`,
    message: `${message}\n${advice}`,
    ...pick(place),
  }));
  const order = Object.values(kinds);
  return annotations.sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
}

/** The annotation for a command that could not do its work. */
export function annotationOf({ code, message, advice, ...place }: Trouble): Annotation {
  return { kind: 'error', title: `busbar: ${code}`, message: advice ? `${message}\n${advice}` : message, ...pick(place) };
}

function pick({ file, line, column }: Partial<Annotation>): Partial<Annotation> {
  return { ...(file !== undefined && { file }), ...(line !== undefined && { line }), ...(column !== undefined && { column }) };
}

/** A workflow command, as GitHub reads it from what a step prints. */
export function formatAnnotation({ kind, title, message, file, line, column }: Annotation, env: Environment): string {
  const place = {
    file: file && relative(env['GITHUB_WORKSPACE'] ?? process.cwd(), file).replaceAll('\\', '/'),
    line,
    col: column,
    title,
  };
  const properties = Object.entries(place).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`],
  );
  return `::${kind} ${properties.join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Adds Markdown to the summary page of the workflow run, if there is one. */
export function addToSummary(markdown: string, env: Environment): void {
  const file = env['GITHUB_STEP_SUMMARY'];
  if (file) appendFileSync(file, `${markdown}\n`);
}
