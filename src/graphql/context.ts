import type { Backend, CallBudget } from '../domain/backend.ts';
import type { Caller, CompanyScope } from '../domain/caller.ts';
import type { CallerContext } from '../security/permissions.ts';
import type { ListContext } from '../services/visibility.ts';
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
}

export interface ContextOptions {
  readonly requestId: string;
  readonly caller: Caller | null;
  readonly backends: readonly Backend[];
  /** Ends when the request's deadline passes or the caller leaves. */
  readonly signal: AbortSignal;
  readonly budget: CallBudget;
}

const NO_COMPANY: CompanyScope = new Set();

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
  private madeLoaders: Loaders | null = null;

  constructor({ requestId, caller, backends, signal, budget }: ContextOptions) {
    this.requestId = requestId;
    this.caller = caller;
    this.backends = backends;
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
}
