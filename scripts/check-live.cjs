// Asks the gateway beside it whether it lives, for the health check of a container. Exits with 1 when it does not.
'use strict';

const http = require('node:http');

const host = process.env.HOST ?? '127.0.0.1';
const everywhere = host === '0.0.0.0' || host === '::';

http
  .get(
    {
      host: everywhere ? '127.0.0.1' : host,
      port: process.env.PORT ?? 4000,
      path: '/livez',
      timeout: 2000,
    },
    (answer) => process.exit(answer.statusCode === 200 ? 0 : 1),
  )
  .on('timeout', () => process.exit(1))
  .on('error', () => process.exit(1));
