import type { Example } from './examples.ts';
import { createPage, toInlineJson, type Page } from './page.ts';

const ROOT = '<div id="root"></div>';

/**
 * GraphiQL in one page of 9 MB that asks no other host for anything: docs explorer, editors for variables and headers,
 * and the examples as tabs.
 *
 * Headers are not kept in the browser's storage, because a token may stand in them; variables are.
 */
export async function createGraphiql(examples: readonly [Example, ...Example[]]): Promise<Page> {
  // Only who opens the page needs it in memory.
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const html = renderGraphiQL({
    title: 'user\u2011gateway',
    endpoint: '/graphql',
    favicon: 'data:,',
    defaultTabs: [...examples],
    shouldPersistHeaders: false,
  });
  return createPage(
    html.replace(ROOT, (root) => `${root}${additions(examples[0])}`),
    {
      'connect-src': ["'self'"],
      'font-src': ['data:'],
      'img-src': ['data:'],
      // The editor makes its styles while it runs.
      'style-src': ["'unsafe-inline'"],
      'worker-src': ['blob:'],
    },
  );
}

/** What GraphiQL's own page lacks. */
function additions({ variables }: Example): string {
  return `
      <style>
        /* A tab that has not been moved yet would jump away under the pointer, and miss the click. */
        .graphiql-tab { transform: none !important; }
      </style>
      <script>
        // On a first visit the variables of the first tab come from nowhere but the browser's storage.
        if (localStorage.getItem('graphiql:tabState') === null) {
          localStorage.setItem('graphiql:variables', ${toInlineJson(variables)});
        }
      </script>`;
}
