/** One kind of request, as the gateway and the limit are asked for it. */
export interface Workload {
  readonly name: string;
  readonly title: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Path of the bare server that makes the same upstream calls. */
  readonly limitPath: string;
  /** How long the gateway under test keeps users, in seconds. */
  readonly usersTtlSeconds: number;
}

const JOINED = /* GraphQL */ `
  query ($first: Int!) {
    users(first: $first) {
      nodes {
        login
        company {
          name
        }
        roles {
          name
        }
        currency {
          code
        }
        language {
          tag
        }
      }
    }
  }
`;

const WIDE = /* GraphQL */ `
  query ($first: Int!) {
    users(first: $first) {
      nodes {
        id
        nativeId
        login
        emails
        email
        displayName
        firstName
        lastName
        jobTitle
        phone
        status
        nativeStatus
        type
        timeZone
        createdAt
        updatedAt
        lastLoginAt
        locked
        description
        employeeNumber
      }
    }
  }
`;

/** @param userId the global id of a user that the upstream knows */
export function workloads(userId: string): readonly Workload[] {
  return [
    {
      name: 'W1',
      title: 'one user',
      document: 'query ($id: ID!) { user(id: $id) { login displayName status } }',
      variables: { id: userId },
      limitPath: '/one',
      usersTtlSeconds: 0,
    },
    {
      name: 'W2',
      title: '100 users joined with company, roles, currency, language',
      document: JOINED,
      variables: { first: 100 },
      limitPath: '/joined',
      usersTtlSeconds: 0,
    },
    {
      name: 'W3',
      title: 'W2 with what may be cached',
      document: JOINED,
      variables: { first: 100 },
      limitPath: '/joined-cached',
      usersTtlSeconds: 300,
    },
    {
      name: 'W4',
      title: '{ __typename }',
      document: '{ __typename }',
      variables: {},
      limitPath: '/nothing',
      usersTtlSeconds: 0,
    },
    {
      name: 'W5',
      title: '200 users × 20 fields',
      document: WIDE,
      variables: { first: 200 },
      limitPath: '/wide',
      usersTtlSeconds: 0,
    },
  ];
}
