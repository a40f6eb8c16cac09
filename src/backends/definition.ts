import type { Backend } from '../domain/backend.ts';
import type { BackendName } from '../domain/model.ts';
import type { EnvironmentReader, EnvironmentVariable } from '../environment.ts';
import type { QuotaWaitObserver, UpstreamObserver } from '../http/upstream.ts';
import type { RunningSimulator, SimulatorOptions } from '../simulation/simulator.ts';
import type { CacheFactory } from '../storage/cache.ts';
import type { ContractSampleObserver } from './contract-drift.ts';
import type { BackendDescription } from './description.ts';
import type { Diagnosis, DiagnosisOptions } from './diagnosis.ts';

/** What a backend's folder gives to the gateway; its `index.ts` exports one, and the registry lists it. */
export interface BackendDefinition {
  /** The configured key, e.g. `cpq`. */
  readonly name: BackendName;
  /** What it is, e.g. `oracle-cpq`. */
  readonly kind: string;
  readonly displayName: string;
  /** Every variable it reads, for the README and `.env.example`. */
  readonly variables: readonly EnvironmentVariable[];
  /**
   * Reads the backend's settings.
   *
   * @returns `null` when none of its variables is set. A half-configured backend is a problem in the reader, never an absence.
   */
  configure(environment: EnvironmentReader): ConfiguredBackend | null;
  /** What its versions can do and what its words mean, for documents and checks; absent: it is left out of them. */
  describe?(): BackendDescription;
  /** Starts its simulator on a loopback port. */
  startSimulator(options?: SimulatorOptions): Promise<RunningSimulator>;
}

/** A backend whose settings are complete. */
export interface ConfiguredBackend {
  create(services: BackendServices): Backend;
  /** Asks for one cheap read, for `user-gateway doctor`; never throws for what it finds. */
  diagnose?(services: BackendServices, options: DiagnosisOptions): Promise<Diagnosis>;
}

/** What the gateway lends to every backend. */
export interface BackendServices {
  readonly name: BackendName;
  readonly displayName: string;
  readonly kind: string;
  /** Whether its simulator answers; shown as `Backend.simulated`. */
  readonly simulated: boolean;
  readonly caches: CacheFactory;
  /** How long a user is kept; 0: not at all. Reference data is kept 24 h, companies and roles 5 min. */
  readonly usersTtlSeconds: number;
  /** The whole time of one read, retries included, in milliseconds. */
  readonly timeoutMs: number;
  readonly observe: UpstreamObserver;
  /** Hears of answers that were compared with the contract; absent: none is. */
  readonly observeContract?: ContractSampleObserver;
  /** For a backend that keeps its calls within a quota. */
  readonly observeQuotaWait?: QuotaWaitObserver;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
}

export const COMPANIES_AND_ROLES_TTL_SECONDS = 5 * 60;
