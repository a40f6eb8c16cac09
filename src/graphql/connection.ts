import type { Backend } from '../domain/backend.ts';
import type { Company, Role, User } from '../domain/model.ts';
import type { Connection, Edge } from '../services/listing/paging.ts';

/** A page, and a way to count the whole list, taken only when the count is selected: counting can cost calls. */
export interface Counted {
  /** `null`: unknown. */
  readonly countAll: () => Promise<number | null>;
}

export type ConnectionModel<T> = Connection<T> & Counted;
export type UserConnectionModel = ConnectionModel<User>;
export type CompanyConnectionModel = ConnectionModel<Company>;
export type RoleConnectionModel = ConnectionModel<Role>;

export type UserEdgeModel = Edge<User>;
export type CompanyEdgeModel = Edge<Company>;
export type RoleEdgeModel = Edge<Role>;

/** Whatever has a global id. `null` is among them, because a list of nodes holds promises that may come to nothing. */
export type NodeModel = User | Company | Role | Backend | null;
