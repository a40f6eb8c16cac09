import type { Backend } from '../domain/backend.ts';
import type { Caller, CompanyScope } from '../domain/caller.ts';
import { requireCaller, type CallerContext } from '../security/permissions.ts';
import { createCallBudget, type CountingBudget } from '../services/call-budget.ts';
import type { PasswordResets } from '../services/password-resets/password-resets.ts';
import type { ListContext } from '../services/reading/visibility.ts';
import type { WriteContext } from '../services/write-context.ts';
import type { UserWriteService } from '../services/user-writes/write-user.ts';
import { createLoaders, type Loaders } from './loaders.ts';

/** What every resolver of one request shares. */
export interface GatewayContext extends CallerContext {
  readonly requestId: string;
  /** `null`: nobody is signed in; then no guarded field is served. */
  readonly caller: Caller | null;
  /** How much and how long the request may read, and for whom. Details that a backend reads on demand take it too. */
  readonly read: ListContext;
  /** The companies that the caller sees. */
  readonly scope: CompanyScope;
  /** The configured backends, in the order in which lists show them. */
  readonly backends: readonly Backend[];
  readonly loaders: Loaders;
  readonly services: GatewayServices;
  /** For writes, which do not share the reads' budget and do not end when the caller leaves. @throws GatewayError UNAUTHENTICATED */
  readonly writing: WriteContext;
  /** Reads of backends so far, retries included. */
  readonly upstreamCalls: number;
}

/** What is the same for every request and more than a function. */
export interface GatewayServices {
  readonly userWrites: UserWriteService;
  readonly passwordResets: PasswordResets;
}

export interface ContextOptions {
  readonly requestId: string;
  readonly caller: Caller | null;
  readonly backends: readonly Backend[];
  /** Ends when the request's deadline passes or the caller leaves. */
  readonly signal: AbortSignal;
  /** Ends when the request's deadline passes, and only then. */
  readonly timeout: AbortSignal;
  readonly budget: CountingBudget;
  readonly services: GatewayServices;
}

const NO_COMPANY: CompanyScope = new Set();

/** Enough for the largest write, 100 accounts or roles, with several reads for each. */
const MAX_CALLS_OF_A_WRITE = 1000;

/** Makes the context of one request; cheap, because most of it is made when first asked for. */
export function createContext(options: ContextOptions): GatewayContext {
  return new RequestContext(options);
}

/**
 * A class, because Apollo Server copies the context's own properties for every request: a getter among them would be
 * run by the copying, one on the prototype is not. A `#private` field would not survive the copy.
 */
class RequestContext implements GatewayContext {
  readonly requestId: string;
  readonly caller: Caller | null;
  readonly read: ListContext;
  readonly backends: readonly Backend[];
  readonly services: GatewayServices;
  private readonly timeout: AbortSignal;
  private readonly budgets: CountingBudget[];
  private madeLoaders: Loaders | null = null;

  constructor(options: ContextOptions) {
    const { requestId, caller, backends, signal, timeout, budget, services } = options;
    this.requestId = requestId;
    this.caller = caller;
    this.backends = backends;
    this.services = services;
    this.timeout = timeout;
    this.budgets = [budget];
    this.read = {
      signal,
      budget,
      fresh: false,
      scope: caller === null ? NO_COMPANY : caller.scope,
    };
  }

  get scope(): CompanyScope {
    return this.read.scope;
  }

  get loaders(): Loaders {
    this.madeLoaders ??= createLoaders(this.backends, this.read);
    return this.madeLoaders;
  }

  get writing(): WriteContext {
    const budget = createCallBudget(MAX_CALLS_OF_A_WRITE);
    this.budgets.push(budget);
    const { requestId, backends, timeout } = this;
    const read = { ...this.read, signal: timeout, budget, fresh: true };
    return { requestId, backends, read, caller: requireCaller(this) };
  }

  get upstreamCalls(): number {
    return this.budgets.reduce((calls, { spent }) => calls + spent, 0);
  }
}
