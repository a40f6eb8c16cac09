import { GatewayError } from './errors.ts';
import type { BackendName, Ref } from './model.ts';

/** The object types that have a global id. */
export type NodeType = 'User' | 'Company' | 'Role' | 'Backend';

const VERSION = '1';
const NODE_TYPES: ReadonlySet<string> = new Set<NodeType>(['User', 'Company', 'Role', 'Backend']);
const MAX_ID_LENGTH = 2048;

export interface NodeRef {
  readonly type: NodeType;
  readonly ref: Ref;
}

/** The opaque, versioned, typed id of an object: base64url of `1:<type>:<backend>:<native id>`. */
export function toGlobalId(type: NodeType, { backend, nativeId }: Ref): string {
  return Buffer.from(`${VERSION}:${type}:${backend}:${nativeId}`, 'utf8').toString('base64url');
}

/** A backend is a node too; its native id is empty. */
export function toBackendId(backend: BackendName): string {
  return toGlobalId('Backend', { backend, nativeId: '' });
}

/**
 * Reads a global id of any type.
 *
 * @returns `null` when the text is not an id that this gateway could have made. That the object exists is not checked.
 */
export function parseGlobalId(id: string): NodeRef | null {
  if (id.length === 0 || id.length > MAX_ID_LENGTH) return null;
  const text = Buffer.from(id, 'base64url').toString('utf8');
  // Only the canonical spelling is an id, so that one object has one id in caches, scopes and budgets.
  if (Buffer.from(text, 'utf8').toString('base64url') !== id) return null;
  const [version, type, backend, ...rest] = text.split(':');
  const nativeId = rest.join(':');
  if (version !== VERSION || type === undefined || !NODE_TYPES.has(type) || !backend) return null;
  if ((type === 'Backend') !== (nativeId === '')) return null;
  if (hasControlCharacter(nativeId)) return null;
  return { type: type as NodeType, ref: { backend, nativeId } };
}

/**
 * Reads a global id that must be of one type.
 *
 * @throws GatewayError BAD_USER_INPUT when it is malformed or of another type
 */
export function parseGlobalIdOf(type: NodeType, id: string): Ref {
  const parsed = parseGlobalId(id);
  if (parsed === null) {
    throw new GatewayError(
      'BAD_USER_INPUT',
      `This is not an id of this gateway. Use the id of a ${type} as an earlier answer gave it.`,
    );
  }
  if (parsed.type !== type) {
    throw new GatewayError(
      'BAD_USER_INPUT',
      `This is the id of a ${parsed.type}; the id of a ${type} is wanted here.`,
    );
  }
  return parsed.ref;
}

function hasControlCharacter(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- that is what it looks for
  return /[\u0000-\u001f\u007f\ufffd]/u.test(text);
}
