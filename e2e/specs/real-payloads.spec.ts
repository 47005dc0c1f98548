// Which payloads a validator cannot take, and why: apps/docs/real-payloads.md, which the second test here keeps true.
import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { test } from '../fixtures/probe-test.ts';
import { asContracts, asPublished, needlessAmendments } from '../real-payloads/findings.ts';
import { findingsFile, findingsPage } from '../real-payloads/findings-page.ts';
import type { Heard } from '../real-payloads/receiver.ts';
import { webhookPayloads } from '../real-payloads/webhook-payloads.ts';

const sent: Heard[] = webhookPayloads.map(({ type, data }) => ({ type, data }));

test.describe('The contract is the only thing shared: 329 real payloads', () => {
  test('Zod refuses the ones that another JSON Schema validator refuses, and takes all once the schemas are amended', () => {
    const { refusedByZod, refusedByOther } = asPublished();
    expect(refusedByZod.map(({ payload }) => payload.place)).toEqual(refusedByOther.map(({ place }) => place));
    expect(refusedByOther).toHaveLength(53);
    expect(asContracts().intact).toHaveLength(329);
    expect(needlessAmendments()).toEqual([]);
  });

  test('the page of the documentation about them is true', () => {
    expect(readFileSync(findingsFile, 'utf8')).toBe(findingsPage());
  });

  for (const order of [['sender', 'receiver'] as const, ['receiver', 'sender'] as const]) {
    test(`each reaches another copy and a plain listener once, in order, equal: ${order[0]} first`, async ({ openProbe }) => {
      const page = await openProbe(...order);
      await page.evaluate(() => webhookSender.sendAll());
      await expect.poll(() => page.evaluate(() => webhookReceiver.onWindow.length)).toBeGreaterThanOrEqual(sent.length);
      const { onBus, onWindow } = JSON.parse(await page.evaluate(() => JSON.stringify(webhookReceiver)));
      expect(onBus).toEqual(sent);
      expect(onWindow).toEqual(sent);
    });
  }

  test('each is refused with the path of a required field that is missing, and reaches nobody', async ({ openProbe }) => {
    const page = await openProbe('receiver', 'sender');
    const refusals = await page.evaluate(() => webhookSender.sendIncomplete());
    expect(refusals.map(({ place }) => place)).toEqual(webhookPayloads.map(({ place }) => place));
    expect(refusals.filter(({ code, paths, missing }) => code !== 'invalid-payload' || !paths.includes(missing))).toEqual([]);
    expect(await page.evaluate(() => [webhookReceiver.onBus, webhookReceiver.onWindow])).toEqual([[], []]);
  });
});
