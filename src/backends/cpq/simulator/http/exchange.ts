import type { SimulatorAnswer, SimulatorRequest } from '../../../../simulation/server.ts';
import type { Mail } from '../../../../simulation/simulator.ts';
import type { Store } from '../site/store.ts';
import type { CpqSimulatorSwitches } from '../site/switches.ts';
import type { Caller } from './access.ts';

/** The simulated site: what it knows and how it behaves. */
export interface Site {
  readonly store: Store;
  readonly switches: CpqSimulatorSwitches;
  readonly outbox: Mail[];
}

/** A request that was routed, and whose caller is known. */
export interface Exchange {
  readonly site: Site;
  readonly request: SimulatorRequest;
  /** Parameters of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  /** Version in the path. */
  readonly version: number;
  /** `flat` in versions 5 to 7, `lookup` from 16 on. */
  readonly shape: 'flat' | 'lookup';
  /** What links begin with, e.g. `http://127.0.0.1:40123/rest/v19`. */
  readonly base: string;
  readonly caller: Caller;
}

export type Handler = (exchange: Exchange) => SimulatorAnswer;
