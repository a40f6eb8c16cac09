import type { Ref, User } from '../../src/domain/model.ts';
import type {
  PlannedCall,
  PreparedWrite,
  UserAttributes,
  UserError,
  UserWrites,
  WriteOutcome,
} from '../../src/domain/user-write.ts';
import { memoryUser } from './memory-backend.ts';

type Method = Exclude<keyof UserWrites, 'hints'>;

/** A port that writes the users of a memory backend, and can be told to refuse or to end in another way. */
export interface MemoryUserWrites {
  readonly port: UserWrites;
  /** What it was asked to prepare, without the users themselves. */
  readonly prepared: { readonly method: Method; readonly command: unknown }[];
  /** The writes that were sent, in order. */
  readonly sent: Method[];
  /** Called when a write is sent. */
  onSend: () => void;
  refuseWith(errors: readonly UserError[]): void;
  /** From now on; a write that is not DONE changes no user. */
  endWith(outcome: Partial<WriteOutcome>): void;
}

const DONE: WriteOutcome = {
  status: 'DONE',
  errors: [],
  pendingJobId: null,
  backendRequestId: null,
  ref: null,
  created: null,
};

/** @param users those of the backend, which is changed in place */
export function createMemoryUserWrites(
  backend: string,
  users: User[],
  {
    without = [],
    hints = {},
  }: { without?: readonly Method[]; hints?: Record<string, string> } = {},
): MemoryUserWrites {
  const prepared: MemoryUserWrites['prepared'] = [];
  const sent: Method[] = [];
  let refused: readonly UserError[] | null = null;
  let ending: Partial<WriteOutcome> = {};

  async function prepare(
    method: Method,
    command: unknown,
    apply: () => Partial<WriteOutcome>,
  ): Promise<PreparedWrite> {
    prepared.push({ method, command });
    if (refused !== null) return { refused };
    return {
      calls: [plannedCall(method)],
      send: async () => {
        writes.onSend();
        sent.push(method);
        const isDone = (ending.status ?? 'DONE') === 'DONE';
        return { ...DONE, ...(isDone && apply()), ...ending };
      },
    };
  }

  const change = ({ ref }: User, given: Partial<User>): { ref: Ref } => {
    const index = users.findIndex((user) => user.ref.nativeId === ref.nativeId);
    users[index] = { ...users[index]!, ...given };
    return { ref };
  };
  const add = (login: string, given: Partial<User>): { ref: Ref } => {
    users.push(memoryUser(backend, login, { login, ...given }));
    return { ref: { backend, nativeId: login } };
  };

  const port: UserWrites = {
    hints,
    create: (command) =>
      prepare('create', command, () => {
        const { login, companyId, attributes, status } = command;
        return add(login, {
          status,
          ...shownOf(attributes),
          companyRef: companyId === null ? null : { backend, nativeId: companyId },
        });
      }),
    update: (user, attributes) =>
      prepare('update', attributes, () => change(user, shownOf(attributes))),
    replace: ({ user, ...command }) =>
      prepare('replace', command, () => {
        const { login, attributes } = command;
        const shown = { login, ...shownOf(attributes) };
        return user === null
          ? { ...add(login, shown), created: true }
          : { ...change(user, shown), created: false };
      }),
    setStatus: (user, status) => prepare('setStatus', status, () => change(user, { status })),
    unlock: (user) => prepare('unlock', null, () => change(user, { locked: false })),
    changeRoles: (user, command) => prepare('changeRoles', command, () => ({ ref: user.ref })),
    delete: (user) =>
      prepare('delete', null, () => {
        users.splice(users.indexOf(user), 1);
        return {};
      }),
  };
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a capability is a method that is there
  for (const method of without) delete port[method];

  const writes: MemoryUserWrites = {
    port,
    prepared,
    sent,
    onSend: () => {},
    refuseWith: (errors) => void (refused = errors),
    endWith: (outcome) => void (ending = outcome),
  };
  return writes;
}

export function plannedCall(method: string): PlannedCall {
  return { method: 'POST', path: `users/${method}`, operation: method };
}

/** The attributes that a test looks at afterwards. */
function shownOf({ firstName, displayName }: UserAttributes): Partial<User> {
  return {
    ...(firstName !== undefined && { firstName }),
    ...(typeof displayName === 'string' && { displayName }),
  };
}
