import { expect } from '@playwright/test';
import { test } from '../fixtures/guarded-test.ts';
import { probeFile } from '../fixtures/probe-file.ts';

test('one page, one bus, on a page that is no secure context too: much of the browser’s crypto is missing there', async ({
  page,
}) => {
  await page.route('http://intranet.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Intranet</title>' }),
  );
  await page.goto('http://intranet.example/');
  for (const bundle of ['a', 'b']) await page.addScriptTag({ path: probeFile(`${bundle}.js`) });
  const { secure, heard } = await page.evaluate(async () => {
    const { a, b } = copies;
    const heard: unknown[] = [];
    b.createBus({ source: 'tracking' }).on(b.parcel.sent, ({ data }) => heard.push(data));
    a.createBus({ source: 'depot' }).emit(a.parcel.sent, { number: 1, to: 'Oslo' });
    await a.settled();
    return { secure: isSecureContext, heard };
  });
  expect(secure).toBe(false);
  expect(heard).toEqual([{ number: 1, to: 'Oslo' }]);
});
