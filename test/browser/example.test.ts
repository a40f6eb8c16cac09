import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { servePage, type ServedPage } from '../../examples/serve.ts';
import { describeInBrowser, keepScreenshot, launchBrowser, visit } from '../support/browser.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';

let browser: Browser;
let gateway: TestGateway;
let served: ServedPage;

describeInBrowser('the example page', () => {
  beforeAll(async () => {
    served = await servePage(0);
    [gateway, browser] = await Promise.all([
      startTestGateway({ environment: { CORS_ORIGINS: served.origin } }),
      launchBrowser(),
    ]);
  });

  afterAll(async () => {
    served.close();
    await browser.close();
    await gateway.close();
  });

  it('lists users of three backends, filters them, and resets a password once its plan is agreed to', async () => {
    const { page, foreign, complaints } = await visit(browser);
    await page.goto(`${served.origin}/?gateway=${gateway.url}/graphql`);
    const rows = page.locator('tbody tr');

    await rows.nth(11).waitFor();
    const shown = (await rows.allInnerTexts()).join('\n');
    expect(shown).toMatch(/Oracle CPQ.*Oracle Cloud Administration.*Alibaba CloudSSO/s);
    await keepScreenshot(page, 'example');
    await page.getByRole('button', { name: 'Show more' }).click();
    await rows.nth(23).waitFor();

    await page.getByLabel('Search').fill('osei');
    await page.getByLabel('Status').selectOption('ACTIVE');
    await page.getByRole('row', { name: 'Amara Osei' }).waitFor();
    expect((await rows.allInnerTexts()).every((text) => /osei/i.test(text))).toBe(true);

    const reset = page.getByRole('row', { name: 'Amara Osei' }).getByRole('button');
    await reset.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('The old password stops working').waitFor();
    await dialog.getByText('actions/resetPassword').waitFor();
    await keepScreenshot(page, 'example-reset');
    expect(writes()).toBe(0);
    await dialog.getByRole('button', { name: 'Reset the password' }).click();
    await dialog.getByText('The password was reset.').waitFor();
    expect(writes()).toBe(1);

    await dialog.getByRole('button', { name: 'Close' }).click();
    await reset.click();
    await dialog.getByLabel('Show me a new one, once').first().check();
    await dialog.getByText('PATCH').waitFor();
    await dialog.getByRole('button', { name: 'Reset the password' }).click();
    await dialog.getByText('The password was reset.').waitFor();
    expect(await dialog.locator('code').innerText()).toMatch(/^\S{8,}$/);

    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('says that a gateway does not let it ask', async () => {
    const { page } = await visit(browser);
    const other = await servePage(0);
    try {
      await page.goto(`${other.origin}/?gateway=${gateway.url}/graphql`);
      await page.getByText('does not answer this page').waitFor();
    } finally {
      other.close();
    }
  });
});

function writes(): number {
  return gateway.simulator('cpq').calls.writes.length;
}
