export * from './generated/graphql.ts';
export { request } from './request.ts';
export type { GraphqlAnswer, GraphqlError, RequestOptions } from './request.ts';
