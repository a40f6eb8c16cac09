import { GatewayError } from '../../domain/errors.ts';
import { parseGlobalId } from '../../domain/global-id.ts';
import type { NodeModel } from '../connection.ts';
import type { GatewayContext } from '../context.ts';
import type { NodeResolvers, QueryResolvers } from '../generated/resolvers.ts';

const MAX_IDS = 200;

export const nodeResolvers: NodeResolvers = {
  __resolveType: (node) => {
    if (node === null) return null;
    if ('login' in node) return 'User';
    if ('health' in node) return 'Backend';
    return 'parentRef' in node ? 'Company' : 'Role';
  },
};

export const nodeQueries = {
  node: (_parent, { id }, context) => readNode(id, context),
  nodes: (_parent, { ids }, context) => {
    if (ids.length > MAX_IDS) {
      throw new GatewayError('BAD_USER_INPUT', `At most ${MAX_IDS} ids can be read at once.`);
    }
    // Loaders read them together; a promise for each lets one fail without the others.
    return ids.map((id) => readNode(id, context));
  },
} satisfies QueryResolvers;

async function readNode(id: string, { backends, loaders }: GatewayContext): Promise<NodeModel> {
  const parsed = parseGlobalId(id);
  if (parsed === null) {
    throw new GatewayError(
      'BAD_USER_INPUT',
      'This is not an id of this gateway. Use an id that an earlier answer gave.',
    );
  }
  const { type, ref } = parsed;
  switch (type) {
    case 'User':
      return loaders.user.load(ref);
    case 'Company':
      return loaders.company.load(ref);
    case 'Role':
      return loaders.role.load(ref);
    case 'Backend':
      return backends.find(({ name }) => name === ref.backend) ?? null;
  }
}
