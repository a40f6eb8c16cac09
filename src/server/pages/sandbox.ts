import type { Example } from './examples.ts';
import { createPage, toInlineJson, type Page } from './page.ts';

const SCRIPTS = 'https://embeddable-sandbox.cdn.apollographql.com';
const FRAME = 'https://sandbox.embed.apollographql.com';

/**
 * Apollo Sandbox on this server, with an example in its editor. Its script and its frame come from Apollo's hosts; the
 * frame asks this page, and this page asks the server, so that no request leaves the origin.
 *
 * @see https://www.apollographql.com/docs/graphos/platform/sandbox
 */
export function createSandbox(example: Example): Page {
  return createPage(render(example), {
    'connect-src': ["'self'"],
    'frame-src': [FRAME],
    'img-src': ['data:', 'https://embeddable-explorer.cdn.apollographql.com'],
    'script-src': [SCRIPTS],
    'style-src': ["'unsafe-inline'", SCRIPTS],
  });
}

function render({ query, variables }: Example): string {
  const initialState = {
    document: query,
    variables: JSON.parse(variables) as unknown,
    includeCookies: false,
  };
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>user-gateway</title>
    <link rel="icon" href="data:," />
    <style>${STYLE}</style>
  </head>
  <body>
    <header>
      <strong>user-gateway</strong>
      <span>GraphQL is served at <code>/graphql</code></span>
      <a href="/graphiql">GraphiQL, which needs no network</a>
    </header>
    <main id="sandbox">
      <p>Apollo Sandbox is loading …</p>
    </main>
    <script src="${SCRIPTS}/v2/embeddable-sandbox.umd.production.min.js"></script>
    <script>
      const place = document.getElementById('sandbox');
      if (window.EmbeddedSandbox === undefined) {
        place.innerHTML =
          '<p>Apollo Sandbox could not be loaded: it comes from the network.</p>' +
          '<p><a href="/graphiql">Open GraphiQL</a>, which is part of this gateway.</p>';
      } else {
        place.replaceChildren();
        new window.EmbeddedSandbox({
          target: '#sandbox',
          initialEndpoint: new URL('/graphql', location.href).href,
          initialState: ${toInlineJson(initialState)},
          endpointIsEditable: false,
          allowDynamicStyles: false,
          runTelemetry: false,
        });
      }
    </script>
  </body>
</html>
`;
}

const STYLE = `
      body { margin: 0; display: grid; grid-template-rows: auto 1fr; height: 100vh; font: 14px/1.5 system-ui, sans-serif; color: #1b2240; }
      header { display: flex; gap: 1.5em; align-items: baseline; padding: 0.5em 1em; border-bottom: 1px solid #d8dbe6; }
      header span { color: #5a6180; }
      header a { margin-left: auto; }
      a { color: #2d4fd0; }
      main { min-height: 0; }
      main p { margin: 2em 1em 0; }
      iframe { display: block; width: 100%; height: 100%; border: 0; }
    `;
