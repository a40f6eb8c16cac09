import type { CreateUserCommand, UserAttributes, UserError } from '../../../domain/user-write.ts';
import { isJsonObject } from '../../../http/json.ts';
import { userError } from '../../../http/write-outcome.ts';
import type { Parameters } from '../parameters.ts';

/** Parameters of a call, or every reason why there are none. */
export type CheckedParameters =
  { readonly parameters: Parameters } | { readonly refused: readonly UserError[] };

/**
 * What a user is created with.
 *
 * | Attribute                                   | CreateUser              | Characters        |
 * | ------------------------------------------- | ----------------------- | ----------------- |
 * | login                                       | UserName                | 1 to 64 of A-Za-z0-9@_-. |
 * | firstName, lastName                         | FirstName, LastName     | 64                |
 * | displayName                                 | DisplayName             | 256               |
 * | description                                 | Description             | 1024              |
 * | emails                                      | Email, one at most      | 128               |
 * | status                                      | Status                  |                   |
 * | cloudSso.tags                               | Tags, 21 at most        |                   |
 *
 * @see https://www.alibabacloud.com/help/en/cloudsso/developer-reference/api-cloudsso-2021-05-15-createuser
 */
export function toCreateParameters(command: CreateUserCommand): CheckedParameters {
  const { login, attributes } = command;
  const tags = readTags(attributes);
  const refused = [
    ...refusedKey(command),
    ...refusedAttributes(attributes),
    ...refusedTags(tags ?? []),
  ];
  if (refused.length > 0) return { refused };
  const given = [...givenValues(attributes)].filter(([, value]) => value !== '');
  return {
    parameters: {
      UserName: login,
      ...Object.fromEntries(given),
      Status: toNativeStatus(command.status),
      Tags: tags,
    },
  };
}

/**
 * What of a user is changed: `New…` parameters for the attributes that are given, and no other.
 *
 * The limits of an update are not documented; they are taken to be those of creation.
 *
 * @param emptyValueClears whether an empty value clears an attribute
 * @returns no parameters when no attribute is given
 */
export function toUpdateParameters(
  attributes: UserAttributes,
  emptyValueClears: boolean,
): CheckedParameters {
  const refused = [
    ...refusedAttributes(attributes),
    // No documented operation changes the tags of a user.
    ...(readTags(attributes) === null
      ? []
      : [invalid([OWN_PART, TAGS], 'CloudSSO sets tags only when it creates a user.')]),
    ...(emptyValueClears ? [] : refusedClearings(attributes)),
  ];
  if (refused.length > 0) return { refused };
  const changes = [...givenValues(attributes)].map(([name, value]) => [`New${name}`, value]);
  return { parameters: Object.fromEntries(changes) as Readonly<Record<string, string>> };
}

export function toNativeStatus(status: 'ACTIVE' | 'DISABLED'): 'Enabled' | 'Disabled' {
  return status === 'ACTIVE' ? 'Enabled' : 'Disabled';
}

interface Field {
  readonly attribute: 'firstName' | 'lastName' | 'displayName' | 'description' | 'emails';
  readonly name: string;
  readonly maxLength: number;
}

const FIELDS: readonly Field[] = [
  { attribute: 'firstName', name: 'FirstName', maxLength: 64 },
  { attribute: 'lastName', name: 'LastName', maxLength: 64 },
  { attribute: 'displayName', name: 'DisplayName', maxLength: 256 },
  { attribute: 'description', name: 'Description', maxLength: 1024 },
  { attribute: 'emails', name: 'Email', maxLength: 128 },
];

const NOT_KEPT = [
  'middleName',
  'jobTitle',
  'phone',
  'employeeNumber',
  'type',
  'currencyCode',
  'languageTag',
] as const satisfies readonly (keyof UserAttributes)[];

const OWN_PART = 'cloudSso';
const TAGS = 'tags';
const MAX_TAGS = 21;

/** What is given, by CloudSSO's name; an empty text: cleared. */
function givenValues(attributes: UserAttributes): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { attribute, name } of FIELDS) {
    const value = valueOf(attributes, attribute);
    if (value !== null) values.set(name, value);
  }
  return values;
}

/** @returns `null` when the attribute is not given; an empty text when it is to be cleared */
function valueOf(attributes: UserAttributes, attribute: Field['attribute']): string | null {
  const value = attributes[attribute];
  if (value === undefined) return null;
  return (typeof value === 'string' ? value : value?.[0]) ?? '';
}

function refusedKey({ login, companyId }: CreateUserCommand): readonly UserError[] {
  const errors: UserError[] = [];
  if (!/^[A-Za-z0-9@_.-]{1,64}$/.test(login)) {
    errors.push(
      userError(
        'INVALID',
        'A login of CloudSSO has 1 to 64 letters of A to Z in either case, digits, and @ _ - or a full stop.',
        { path: ['login'] },
      ),
    );
  }
  if (companyId !== null) {
    errors.push(
      userError('INVALID', 'CloudSSO has no companies. Leave it out.', { path: ['company'] }),
    );
  }
  return errors;
}

function refusedAttributes(attributes: UserAttributes): readonly UserError[] {
  return [
    ...NOT_KEPT.filter((name) => attributes[name] !== undefined).map((name) => notKept([name])),
    ...Object.entries(attributes.own).flatMap(([part, values]) =>
      Object.keys(values)
        .filter((name) => part !== OWN_PART || name !== TAGS)
        .map((name) => notKept([part, name])),
    ),
    ...refusedValues(attributes),
  ];
}

function refusedValues(attributes: UserAttributes): readonly UserError[] {
  const tooLong = FIELDS.filter(
    ({ attribute, maxLength }) =>
      Array.from(valueOf(attributes, attribute) ?? '').length > maxLength,
  ).map(({ attribute, maxLength }) =>
    invalid([attribute], `CloudSSO keeps at most ${maxLength} characters of this.`),
  );
  const several = (attributes.emails?.length ?? 0) > 1;
  return several
    ? [...tooLong, invalid(['emails'], 'CloudSSO keeps one e-mail address of a user. Give one.')]
    : tooLong;
}

function refusedClearings(attributes: UserAttributes): readonly UserError[] {
  return FIELDS.filter(({ attribute }) => valueOf(attributes, attribute) === '').map(
    ({ attribute }) => invalid([attribute], 'CloudSSO cannot clear this. Give another value.'),
  );
}

interface NativeTag extends Readonly<Record<string, string>> {
  readonly Key: string;
  readonly Value: string;
}

/** @returns `null` when no tags are given; empty when they are to be cleared */
function readTags({ own }: UserAttributes): readonly NativeTag[] | null {
  const tags = own[OWN_PART]?.[TAGS];
  if (tags === undefined) return null;
  if (!Array.isArray(tags)) return [];
  return tags.filter(isJsonObject).map(({ key, value }) => ({
    Key: typeof key === 'string' ? key : '',
    Value: typeof value === 'string' ? value : '',
  }));
}

function refusedTags(tags: readonly NativeTag[]): readonly UserError[] {
  if (tags.length > MAX_TAGS) {
    return [invalid([OWN_PART, TAGS], `CloudSSO takes at most ${MAX_TAGS} tags.`)];
  }
  return tags.flatMap(({ Key }, index) =>
    Key === '' ? [invalid([OWN_PART, TAGS, String(index), 'key'], 'A tag needs a key.')] : [],
  );
}

function notKept(path: readonly string[]): UserError {
  return invalid(path, 'CloudSSO does not keep this. Leave it out.');
}

function invalid(path: readonly string[], message: string): UserError {
  return userError('INVALID', message, { path: ['attributes', ...path] });
}
