import { expect, test } from 'vitest';
import { payloadOf, piecesOf } from './payloads.ts';

test.each([0, 1, 63, 64, 65, 200])('the pieces of %i events are those of their payloads', (events) => {
  const pieces = Array.from({ length: events }, (_each, event) => payloadOf(event).quantity);
  expect(piecesOf(events)).toBe(pieces.reduce((sum, quantity) => sum + quantity, 0));
});
