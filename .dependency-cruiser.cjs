// Who may import whom; see CONTRIBUTING.md for the picture.
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-imports-nothing',
      comment:
        'The domain is types, ports, errors and pure decisions. Move what it needs into it, or the user of it out.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: '^src/domain/' },
    },
    {
      name: 'only-the-registry-knows-backends',
      comment:
        'A backend is one folder and one line in the registry. Ask a port in src/domain/backend.ts instead.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/backends/[^/]+/', '^src/backends/registry\\.ts$'] },
      to: { path: '^src/backends/[^/]+/' },
    },
    {
      name: 'backends-do-not-know-each-other',
      comment: 'What two backends share belongs into src/http, src/storage or src/domain.',
      severity: 'error',
      from: { path: '^src/backends/([^/]+)/' },
      to: { path: '^src/backends/([^/]+)/', pathNot: '^src/backends/$1/' },
    },
    {
      name: 'a-backend-imports-only-what-is-below-it',
      comment:
        'A backend speaks through ports; it knows neither GraphQL, services, server nor the gateway.',
      severity: 'error',
      from: { path: '^src/backends/[^/]+/' },
      to: {
        path: '^src/',
        pathNot: [
          '^src/backends/',
          '^src/(domain|http|storage|simulation)/',
          '^src/environment\\.ts$',
        ],
      },
    },
    {
      name: 'a-simulator-shares-no-code-with-its-client',
      comment:
        'If both use the same code, both can be wrong together. Only contract types may be shared.',
      severity: 'error',
      from: { path: '^src/backends/[^/]+/simulator(/|\\.ts$)' },
      to: {
        path: '^src/backends/[^/]+/',
        pathNot: [
          '^src/backends/[^/]+/simulator(/|\\.ts$)',
          '^src/backends/[^/]+/(contract\\.generated\\.ts|reference-data\\.json)$',
        ],
      },
    },
    {
      name: 'a-simulator-needs-no-gateway-http',
      comment:
        'Signing, parsing and retrying are what a simulator checks, so it must not use them.',
      severity: 'error',
      from: { path: ['^src/backends/[^/]+/simulator(/|\\.ts$)', '^src/simulation/'] },
      to: { path: '^src/(http|storage)/' },
    },
    {
      name: 'services-do-not-know-graphql-or-http',
      comment: 'Services speak the domain; resolvers shape what they give.',
      severity: 'error',
      from: { path: '^src/services/' },
      to: { path: '^src/(graphql|server|cli|backends|gateway\\.ts|http)' },
    },
    {
      name: 'graphql-knows-services-and-domain',
      severity: 'error',
      comment: 'Resolvers parse, call and shape; HTTP and configuration are not theirs.',
      from: { path: '^src/graphql/' },
      to: { path: '^src/(server|cli|gateway\\.ts|config/|http|backends)' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle means that two files are one, or that a third is missing.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'generated/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
