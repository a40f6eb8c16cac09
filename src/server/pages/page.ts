import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { send } from '../answers.ts';

/** A page for browsers, with the policy under which it works and nothing else does. */
export interface Page {
  readonly html: string;
  /** `Content-Security-Policy`. */
  readonly policy: string;
}

/** What a page may load besides its own inline scripts, by directive: `{ 'img-src': ['data:'] }`. */
export type PageSources = Readonly<Record<string, readonly string[]>>;

/** No page may be framed, send a form or move the base of its links. */
const EVERY_PAGE = [
  "default-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
];

/**
 * Makes a page of which the inline scripts run, because the policy names their hashes: a script that finds its way in
 * otherwise does not.
 */
export function createPage(html: string, sources: PageSources): Page {
  const scripts = [...hashesOfScripts(html), ...(sources['script-src'] ?? [])];
  const directives = Object.entries({ ...sources, 'script-src': scripts }).map(
    ([name, values]) => `${name} ${values.join(' ')}`,
  );
  return { html, policy: [...EVERY_PAGE, ...directives].join('; ') };
}

export function sendPage(outgoing: ServerResponse, { html, policy }: Page): void {
  send(outgoing, {
    status: 200,
    type: 'text/html; charset=utf-8',
    body: html,
    headers: { 'content-security-policy': policy },
  });
}

/** A value as it may stand in an inline script: nothing in it can end the script. */
export function toInlineJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function hashesOfScripts(html: string): string[] {
  const scripts = html.matchAll(/<script>(.*?)<\/script>/gs);
  return [...scripts].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
}
