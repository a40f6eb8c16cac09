/** A call that the service answers with an error. Its message goes to the caller. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  /** Members that the error body has besides the usual ones. */
  readonly members: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    extra: {
      readonly message: string;
      readonly members?: Readonly<Record<string, unknown>>;
      readonly headers?: Readonly<Record<string, string>>;
    },
  ) {
    super(extra.message);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.members = extra.members ?? {};
    this.headers = extra.headers ?? {};
  }
}

/** A required parameter that was not sent: `MissingDirectoryId`. */
export function missing(parameter: string): Refusal {
  return new Refusal(400, `Missing${parameter}`, {
    message: `${parameter} is mandatory for this action.`,
  });
}

/**
 * A parameter with a value that is not accepted. CloudSSO publishes no codes for its own checks: these follow the style of
 * the sibling service RAM.
 */
export function invalidParameter(name: string, message?: string): Refusal {
  return new Refusal(400, `InvalidParameter.${name}`, {
    message: message ?? `The specified parameter ${name} is not valid.`,
  });
}

export function entityNotExists(entity: string): Refusal {
  return new Refusal(404, `EntityNotExists.${entity}`, {
    message: `The specified ${entity} does not exist.`,
  });
}

export function entityAlreadyExists(entity: string): Refusal {
  return new Refusal(409, `EntityAlreadyExists.${entity}`, {
    message: `The specified ${entity} already exists.`,
  });
}

export function deletionConflict(reason: string): Refusal {
  return new Refusal(409, `DeletionConflict.${reason}`, {
    message: `The resource cannot be deleted because of a conflict: ${reason}.`,
  });
}
