import { readdir } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readExamples } from '../../src/server/pages/examples.ts';
import { describeInBrowser, keepScreenshot, launchBrowser, visit } from '../support/browser.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';

let browser: Browser;
let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startTestGateway();
});

afterAll(async () => {
  await gateway.close();
});

describe('the pages for developers', () => {
  const headers = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

  it('let no script run but their own', async () => {
    for (const path of ['/', '/graphql', '/graphiql']) {
      const answer = await fetch(`${gateway.url}${path}`, { headers });
      const policy = answer.headers.get('content-security-policy')!;
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(policy).toMatch(/^default-src 'none'; frame-ancestors 'none';/);
      expect(policy).toMatch(/script-src 'sha256-/);
      expect(/script-src [^;]*/.exec(policy)![0]).not.toContain('unsafe');
      await answer.body?.cancel();
    }
  });

  it('leave links to queries to GraphQL', async () => {
    const url = `${gateway.url}/graphql?query=${encodeURIComponent('{ viewer { subject } }')}`;
    const answer = await fetch(url, { headers });
    expect(await answer.json()).toEqual({ data: { viewer: { subject: 'anonymous' } } });
  });

  it('are not there in production', async () => {
    const production = await startTestGateway({
      environment: { NODE_ENV: 'production', DEMO: 'true' },
    });
    try {
      for (const path of ['/', '/graphql', '/graphiql']) {
        const { status } = await fetch(`${production.url}${path}`, { headers });
        expect(status, path).toBe(404);
      }
    } finally {
      await production.close();
    }
  });

  it('begin with every document of operations/, and the demo answers each without a problem', async () => {
    const files = await readdir('operations');
    const documents = files.filter((name) => name.endsWith('.graphql'));
    expect(readExamples()).toHaveLength(documents.length);
    for (const { query, variables } of readExamples()) {
      const { data, errors } = await gateway.query(query, JSON.parse(variables));
      expect(errors, query).toEqual([]);
      expect(Object.values(data), query).not.toContain(null);
      expect(
        JSON.stringify(data).match(/"(userErrors|refusals|failures)":(?!\[\])/),
        query,
      ).toBeNull();
    }
  });
});

describeInBrowser('while developing, a browser', () => {
  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser.close();
  });

  it('gets a GraphiQL that knows the schema, runs a query over three backends and plans a reset, and asks no other host', async () => {
    const { page, foreign, complaints } = await visit(browser);
    await page.goto(`${gateway.url}/graphiql`);
    expect(await page.getByRole('tab').count()).toBe(readExamples().length);

    const listed = await run(page, 'ListUsers');
    expect(JSON.stringify(listed.data)).toMatch(/"cpq".*"cloud-administration".*"cloud-sso"/s);
    await page.locator('.graphiql-response').getByText('"edges"').waitFor();

    await page.getByRole('tab', { name: 'PlanPasswordReset' }).click();
    const planned = await run(page, 'PlanPasswordReset');
    expect(planned.data.planPasswordReset.executable).toBe(true);
    await page.locator('.graphiql-response').getByText('"executable"').waitFor();
    await keepScreenshot(page, 'graphiql');

    await page.getByRole('tab', { name: 'UsersByFilter' }).click();
    expect((await run(page, 'UsersByFilter')).errors).toBeUndefined();

    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.getByRole('link', { name: 'PasswordResetPlan', exact: true }).click();
    await page.getByText('What a reset would do, or why it would be refused.').waitFor();

    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('is led to GraphiQL when Apollo Sandbox cannot be reached', async () => {
    const { page, foreign } = await visit(browser);
    await page.goto(gateway.url);
    await page.getByText('Apollo Sandbox could not be loaded').waitFor();
    expect(foreign).toEqual([
      'https://embeddable-sandbox.cdn.apollographql.com/v2/embeddable-sandbox.umd.production.min.js',
    ]);
    const link = page.getByRole('link', { name: 'Open GraphiQL' });
    expect(await link.getAttribute('href')).toBe('/graphiql');
  });

  it('lets the script of Apollo Sandbox run, ask this server, and show its frame', async () => {
    const { page, complaints } = await visit(browser);
    // What Apollo's script does, as far as the policy sees it.
    const script = `window.EmbeddedSandbox = class {
      constructor({ target, initialEndpoint, initialState, allowDynamicStyles }) {
        const frame = document.createElement('iframe');
        frame.src = 'https://sandbox.embed.apollographql.com/sandbox/explorer';
        if (allowDynamicStyles) frame.setAttribute('style', 'height: 100%');
        document.querySelector(target).append(frame);
        window.asked = fetch(initialEndpoint, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query: initialState.document, variables: initialState.variables }),
        }).then((response) => response.json());
      }
    };`;
    await fulfill(page, 'https://embeddable-sandbox.cdn.apollographql.com/**', {
      contentType: 'text/javascript',
      body: script,
    });
    await fulfill(page, 'https://sandbox.embed.apollographql.com/**', {
      contentType: 'text/html',
      body: '<p>the frame</p>',
    });
    await page.goto(`${gateway.url}/graphql`);
    const answer = await page.evaluate<Answer>('window.asked');
    expect(answer.errors).toBeUndefined();
    expect(answer.data.users.edges).toHaveLength(12);
    await page.frameLocator('iframe').getByText('the frame').waitFor();
    expect(complaints).toEqual([]);
  });

  it('may ask from studio.apollographql.com, too', async () => {
    const { page } = await visit(browser, { permissions: ['local-network-access'] });
    await fulfill(page, 'https://studio.apollographql.com/**', {
      contentType: 'text/html',
      body: '<!doctype html><title>Studio</title>',
    });
    await page.goto('https://studio.apollographql.com/sandbox/explorer');
    const answer = await page.evaluate(async (url) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: 'Bearer none', 'x-own': '1' },
        body: '{"query":"{ viewer { subject } }"}',
      });
      return response.json() as Promise<Answer>;
    }, gateway.url);
    expect(answer.data.viewer.subject).toBe('anonymous');
  });
});

interface Answer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what it expects to be there
  readonly data: any;
  readonly errors?: unknown;
}

/**
 * Waits until the editor shows the operation, presses the button and waits for the answer. GraphiQL takes a moment after a
 * change of tabs until it knows the operation's name; who is faster presses again.
 */
async function run(page: Page, operationName: string): Promise<Answer> {
  const editor = page.locator('.graphiql-query-editor .view-lines');
  await editor.filter({ hasText: `query ${operationName}` }).waitFor();
  const answered = page.waitForResponse((response) =>
    (response.request().postData() ?? '').includes(`query ${operationName}(`),
  );
  let response: Awaited<typeof answered> | null = null;
  while (response === null) {
    await page.getByRole('button', { name: /Execute query/ }).click();
    response = await Promise.race([answered, page.waitForTimeout(2_000).then(() => null)]);
  }
  return (await response.json()) as Answer;
}

async function fulfill(
  page: Page,
  url: string,
  answer: { contentType: string; body: string },
): Promise<void> {
  await page.context().route(url, (route) => route.fulfill(answer));
}
