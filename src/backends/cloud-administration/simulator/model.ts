/** A user account as the simulator keeps it; times are milliseconds since 1970. */
export interface Account {
  readonly id: string;
  /** The key of an account: unique, never changed. */
  readonly loginId: string;
  /** Null until one is set: an account cannot be created with a password. */
  readonly password: string | null;
  readonly firstName: string;
  readonly middleName: string | null;
  readonly lastName: string;
  readonly emailAddress: string;
  readonly employeeNumber: string | null;
  readonly manager: string | null;
  /** `EMP` is the only code that is published; the others are known by their labels alone. */
  readonly userType: string;
  readonly companyId: string;
  readonly roleIds: readonly string[];
  readonly admin: boolean;
  readonly disabled: boolean;
  readonly locked: boolean;
  readonly failedSignIns: number;
  readonly startDate: number | null;
  readonly endDate: number | null;
  readonly pwdExpired: boolean;
  readonly pwdCantChange: boolean;
  readonly pwdWarned: boolean;
  readonly pwdWarnDate: number | null;
  readonly pwdExpireDate: number | null;
  readonly changePwdAtNextLogin: boolean;
  readonly lastPasswordResetDate: number | null;
  readonly provisionedDate: number | null;
  readonly deprovisionedDate: number | null;
  readonly createdBy: string;
  readonly createdDate: number;
  readonly updatedDate: number;
}

export interface Company {
  readonly id: string;
  /** The short name; requests may name a company by it. */
  readonly name: string;
  readonly displayName: string;
  readonly type: string;
  readonly status: string;
  /** Null for the owner company, the one that cannot be deleted. */
  readonly parentId: string | null;
  readonly bidderCompany: boolean;
  readonly associations: readonly string[];
  readonly pwdPolicy: { readonly id: string; readonly name: string } | null;
  readonly inheritedPolicy: boolean;
  readonly createdBy: string;
  readonly createdDate: number;
  readonly updatedBy: string;
  readonly updatedDate: number;
}

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly companyAccessType: boolean;
  /** A text whose values are not published. */
  readonly userAccessType: string | null;
}

/** What one account went through. */
export interface AuditEvent {
  readonly id: string;
  readonly eventType: string;
  readonly loginId: string;
  readonly userEmail: string;
  /** Login of the account that did it. */
  readonly grantor: string;
  readonly at: number;
}
