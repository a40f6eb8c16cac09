import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { describe } from 'vitest';

const CANDIDATES = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const executablePath = CANDIDATES.find((path) => path !== undefined && existsSync(path));

const IMAGES = fileURLToPath(new URL('../../docs/images/', import.meta.url));

/** Describes what needs a browser; where none is found, says so and skips it. */
export function describeInBrowser(title: string, tests: () => void): void {
  if (executablePath === undefined) {
    process.stderr.write(
      `Skipped: ${title}. There is no Chromium here; install it, or name one in CHROMIUM.\n`,
    );
  }
  describe.skipIf(executablePath === undefined)(title, tests);
}

export async function launchBrowser(): Promise<Browser> {
  if (executablePath === undefined) throw new Error('There is no browser.');
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath,
    args: ['--disable-background-networking', ...(isRoot ? ['--no-sandbox'] : [])],
  });
}

/** A window that reaches this machine alone. */
export interface Visit {
  readonly page: Page;
  /** What the page asked other hosts for, in vain. */
  readonly foreign: readonly string[];
  /** What the browser complained about: refused by the policy, scripts that failed. */
  readonly complaints: readonly string[];
}

/** @param context its own storage; nothing that another visit left is there */
export async function visit(browser: Browser, context: BrowserContextOptions = {}): Promise<Visit> {
  const foreign: string[] = [];
  const complaints: string[] = [];
  const window = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...context });
  await window.route('**', async (route) => {
    const url = new URL(route.request().url());
    if (url.hostname === '127.0.0.1') return route.continue();
    foreign.push(url.href);
    return route.abort();
  });
  // Shorter than a test's, so that what is missing gets named.
  window.setDefaultTimeout(15_000);
  const page = await window.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, foreign, complaints };
}

/** Writes what is seen to `docs/images/`, when `npm run screenshots` asks for it. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  if (process.env['SCREENSHOTS'] !== 'true') return;
  mkdirSync(IMAGES, { recursive: true });
  await page.screenshot({ path: `${IMAGES}${name}.png` });
}
