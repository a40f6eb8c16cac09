import type { Caller } from '../../domain/caller.ts';
import { requireCaller } from '../../security/permissions.ts';
import type { QueryResolvers, ViewerResolvers } from '../generated/resolvers.ts';
import type { Complete } from './complete.ts';

export const viewerResolvers: Complete<ViewerResolvers, Caller> = {
  permissions: ({ permissions }) => [...permissions],
  companies: ({ scope }) => scope && [...scope],
};

export const viewerQueries = {
  viewer: (_parent, _args, context) => requireCaller(context),
} satisfies QueryResolvers;
