import type { MutationResolvers, QueryResolvers, Resolvers } from '../generated/resolvers.ts';
import { backendFailureResolvers, backendQueries, backendResolvers } from './backend.ts';
import { companyQueries, companyResolvers } from './company.ts';
import { connectionResolvers } from './connection.ts';
import { userMutations } from './mutation.ts';
import { nodeQueries, nodeResolvers } from './node.ts';
import {
  passwordResetMutations,
  passwordResetQueries,
  resetPasswordPayloadResolvers,
} from './password-reset.ts';
import { currencyResolvers, languageResolvers, referenceDataQueries } from './reference-data.ts';
import { roleQueries, roleResolvers } from './role.ts';
import { userQueries, userResolvers } from './user.ts';
import { viewerQueries, viewerResolvers } from './viewer.ts';

/** Every root field; one that is forgotten does not compile. */
const queryResolvers: Required<QueryResolvers> = {
  ...nodeQueries,
  ...userQueries,
  ...companyQueries,
  ...roleQueries,
  ...referenceDataQueries,
  ...backendQueries,
  ...viewerQueries,
  ...passwordResetQueries,
};

const mutationResolvers: Required<MutationResolvers> = {
  ...userMutations,
  ...passwordResetMutations,
};

/** The resolvers of all types. Types and fields that are not here are read off their parent as they are. */
export const resolvers: Resolvers = {
  Node: nodeResolvers,
  Query: queryResolvers,
  Mutation: mutationResolvers,
  User: userResolvers,
  UserConnection: connectionResolvers,
  Company: companyResolvers,
  CompanyConnection: connectionResolvers,
  Role: roleResolvers,
  RoleConnection: connectionResolvers,
  Currency: currencyResolvers,
  Language: languageResolvers,
  Backend: backendResolvers,
  BackendFailure: backendFailureResolvers,
  Viewer: viewerResolvers,
  ResetPasswordPayload: resetPasswordPayloadResolvers,
};
