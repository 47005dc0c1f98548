import { randomUUID } from 'node:crypto';
import { BusError, type BusErrorCode, type BusEvent } from '@busbar/core';
import type { Frame } from '@playwright/test';
import type { Asked, EmitOnPageOptions } from './busbar.ts';
import { typeOf } from './expect-event.ts';
import type { Emission, Emitted } from './in-page/emitter.ts';
import type { RecordedError } from './in-page/recorded.ts';
import { pageScript } from './page-script.ts';
import type { Recording } from './recording.ts';

type Emitter = { emit(emission: Emission): Emitted };

/** Emits on a page, as soon as one runs Busbar. */
export async function emitOnPage(
  recording: Recording,
  asked: Asked,
  data: unknown,
  { source, page, timeout }: Required<Omit<EmitOnPageOptions, 'page'>> & EmitOnPageOptions,
): Promise<BusEvent> {
  const frame = await recording.waitFor(() => frameWithBusbar(recording, page), timeout);
  if (!frame) throw new Error(nobody(recording, asked, timeout));
  const version = typeof asked === 'string' ? {} : { version: asked.version };
  const emission: Emission = { type: typeOf(asked), ...version, data, source, id: randomUUID() };
  const emitter = await frame.evaluateHandle<Emitter>(await pageScript('emitter'));
  const { event, error } = await emitter.evaluate(({ emit }, emission) => emit(emission), emission);
  await emitter.dispose();
  if (error) throw toError(error);
  if (!event) throw new Error(nobody(recording, asked, timeout));
  return event;
}

function frameWithBusbar(recording: Recording, asked: EmitOnPageOptions['page']): Frame | undefined {
  const pages = asked ? [asked] : recording.context.pages();
  const frames = pages.flatMap((page) => ('frames' in page ? page.frames() : [page]));
  return frames.find((frame) => recording.documentIn(frame)?.hub);
}

function nobody(recording: Recording, asked: Asked, timeout: number): string {
  const urls = recording.context.pages().map((page) => page.url());
  return `"${typeOf(asked)}" could not be emitted: no page ran Busbar within ${timeout} ms. Open: ${urls.join(', ') || 'none'}.`;
}

/** The error that the page threw, as one of the test's own. */
function toError({ name, message, code, details, cause }: RecordedError): Error {
  const reason = cause && toError(cause);
  if (name === 'BusError' && code) return new BusError(code as BusErrorCode, details as never, reason);
  return Object.assign(new Error(message, reason && { cause: reason }), { name });
}
