import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import catalogue from '@eventcatalog/sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contractOf } from '../any-payload.test.fixture.ts';
import type { ExportSource } from '../exported-contract.ts';
import { exportEventCatalog } from './export-event-catalog.ts';

const item = { type: 'object', properties: { sku: { type: 'string' } }, required: ['sku'] };
const known = { owner: 'team-cart', emitters: ['cart'], listeners: ['checkout'] };
const first = { ...contractOf(item, { lifecycle: { deprecated: '2027-01-31' } }), ...known };
const second = {
  ...contractOf(item, { version: 2, summary: 'A line --- was: put', tags: ['cart'], fieldTags: { '/sku': ['pii'] } }),
  ...known,
};

describe('the export to EventCatalog', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'busbar-event-catalog-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function read(source: ExportSource) {
    for (const { path, text } of exportEventCatalog(source).files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return catalogue(folder);
  }

  it('is read by its own kit: the newest version, with owner, badges and schema', async () => {
    const { getEvent, getSchemaForMessage } = read([first, second]);
    const event = await getEvent('cart.itemAdded');
    expect(event).toMatchObject({
      name: 'cart:itemAdded',
      version: '2.0.0',
      summary: 'A line --- was: put',
      owners: ['team-cart'],
    });
    expect(event.badges!.map(({ content }) => content)).toEqual(['cart', 'pii: sku']);
    const schema = await getSchemaForMessage('cart.itemAdded');
    expect(JSON.parse(schema!.schema)).toMatchObject({ properties: { sku: { 'x-tags': ['pii'] } } });
  });

  it('keeps older versions, with the date by which to leave them', async () => {
    const { getEvent } = read([first, second]);
    const { deprecated } = await getEvent('cart.itemAdded', '1.0.0');
    expect(deprecated).toEqual({ date: '2027-01-31', message: 'Leave it by 2027-01-31.' });
  });

  it('says which service sends and receives what, and in which domain', async () => {
    const { getService, getDomain, getTeam } = read([first, second]);
    expect((await getService('cart')).sends).toEqual([{ id: 'cart.itemAdded', version: '2.0.0' }]);
    expect((await getService('checkout')).receives).toEqual([{ id: 'cart.itemAdded', version: '2.0.0' }]);
    expect((await getDomain('cart')).services).toEqual([{ id: 'cart' }]);
    expect(await getTeam('team-cart')).toMatchObject({ name: 'team-cart' });
  });

  it('is read whole when texts try to leave the front matter', async () => {
    const summary = '---\nid: other\n---\n<script>{process.exit()}</script>\nexport const x = 1';
    const { getEvents } = read([contractOf(item, { summary, owner: summary, tags: [summary] })]);
    const events = await getEvents();
    expect(events).toMatchObject([{ id: 'cart.itemAdded', summary, badges: [{ content: summary }] }]);
  });
});
