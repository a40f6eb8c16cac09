import type { Backend } from '../domain/backend.ts';
import type { Company, Role, User } from '../domain/model.ts';
import type { BackendFailure, Connection, Edge } from '../services/paging.ts';

/** A page, and how to count the whole list: counted only when the field is selected, for counting can cost calls. */
export interface Counted {
  readonly countAll: () => Promise<number | null>;
}

export type UserConnectionModel = Connection<User> & Counted;
export type CompanyConnectionModel = Connection<Company> & Counted;
export type RoleConnectionModel = Connection<Role> & Counted;

export type UserEdgeModel = Edge<User>;
export type CompanyEdgeModel = Edge<Company>;
export type RoleEdgeModel = Edge<Role>;

export type BackendFailureModel = BackendFailure;

/** Whatever has a global id. */
export type NodeModel = User | Company | Role | Backend;
