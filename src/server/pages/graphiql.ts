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
    title: 'user-gateway',
    endpoint: '/graphql',
    favicon: 'data:,',
    defaultTabs: [...examples],
    shouldPersistHeaders: false,
  });
  return createPage(
    html.replace(ROOT, (root) => `${root}\n${seed(examples[0])}`),
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

/** On a first visit GraphiQL takes the variables of its first tab from nowhere but the browser's storage. */
function seed({ variables }: Example): string {
  return `<script>
        if (localStorage.getItem('graphiql:tabState') === null) {
          localStorage.setItem('graphiql:variables', ${toInlineJson(variables)});
        }
      </script>`;
}
