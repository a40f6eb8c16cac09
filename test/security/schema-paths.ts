import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/** The types whose objects belong to a company, or are one. */
export type Kind = 'User' | 'Company' | 'Role';

/** What a document asks about: names of one object, and of what it belongs to. */
export interface Subject {
  readonly backend: string;
  /** Global ids. */
  readonly ids: Readonly<Record<Kind, string>>;
  readonly login: string;
  /** Native id of the company. */
  readonly company: string;
}

/** A document that names objects of one kind in one place of the schema. */
export interface SchemaPath {
  /** The place, e.g. `Mutation.changeUserRoles(input.add.roleId)`. */
  readonly name: string;
  readonly kind: Kind;
  /** Whether the name has several parts, login and company: it then says something of a user and of a company. */
  readonly isKey: boolean;
  readonly document: string;
  /**
   * @param probe names what is asked about
   * @param own names what the document needs besides
   */
  variables(probe: Subject, own: Subject): Readonly<Record<string, unknown>>;
}

/**
 * Makes a document for every place of the schema that takes the name of a user, company or role: root fields and fields
 * below them, required inputs and each optional one by itself, each way of a `@oneOf`.
 *
 * @throws Error for an input whose name says that it names something, or that is required, and that no rule can fill: a
 *   new field is either covered or stops the tests
 */
export function schemaPaths(schema: GraphQLSchema): readonly SchemaPath[] {
  const roots = [schema.getQueryType(), schema.getMutationType()].filter(isObjectType);
  return roots.flatMap((root) =>
    fieldChains(root).flatMap((chain) => {
      const field = chain.at(-1)!;
      return inputVariants(field).map((variant) => toPath(schema, { root, chain, variant }));
    }),
  );
}

/** Every root list and object field with all that it leads to, so that nothing that a caller can reach is left out. */
export function everythingReachable(schema: GraphQLSchema, depth: number): readonly string[] {
  const query = schema.getQueryType();
  const fields = Object.values(query?.getFields() ?? {});
  return fields
    .filter((field) =>
      field.args.every(
        (argument) => !isNonNullType(argument.type) || argument.defaultValue !== undefined,
      ),
    )
    .map((field) => `query { ${field.name} ${selectionOf(schema, field.type, depth)} }`);
}

// What an input means ------------------------------------------------------------------------------------------------

type Meaning =
  | { readonly kind: Kind; readonly valueOf: (subject: Subject) => unknown }
  /** Names nothing that a company owns. */
  | { readonly kind: null; readonly valueOf: (subject: Subject) => unknown };

const idOf = (kind: Kind): Meaning => ({ kind, valueOf: ({ ids }) => ids[kind] });
const neutral = (value: unknown): Meaning => ({ kind: null, valueOf: () => value });
const BACKEND: Meaning = { kind: null, valueOf: ({ backend }) => backend };
const COMPANY: Meaning = { kind: 'Company', valueOf: ({ company }) => company };
const LOGIN: Meaning = { kind: 'User', valueOf: ({ login }) => login };

/** By place; `Query.node(id)` is taken by every kind in turn. */
const PLACES: ReadonlyMap<string, Meaning> = new Map([
  ['Query.user.id', idOf('User')],
  ['Query.company.id', idOf('Company')],
  ['Query.role.id', idOf('Role')],
  ['Query.backend.name', BACKEND],
  ['Query.currency.code', neutral('USD')],
  ['Query.language.tag', neutral('en-US')],
  ['CompanyReference.id', idOf('Company')],
  ['CompanyReference.nativeId', COMPANY],
  ['UserReference.id', idOf('User')],
  // The login that a user shall have.
  ['CreateUserInput.login', neutral('nobody.has.this')],
  ['ReplaceUserInput.login', neutral('nobody.has.this')],
  ['UserFilter.backends', neutral(undefined)],
  ['UserFilter.login', neutral(undefined)],
]);

/** By name, wherever it stands. */
const NAMES: ReadonlyMap<string, Meaning> = new Map([
  ['userId', idOf('User')],
  ['companyId', idOf('Company')],
  ['roleId', idOf('Role')],
  ['backend', BACKEND],
  ['backends', neutral(undefined)],
  ['login', LOGIN],
  ['company', COMPANY],
  ['idempotencyKey', neutral(undefined)],
]);

/** Attributes are values, whatever they are called; these are good enough to get past the look-up of what is named. */
const VALUES: ReadonlyMap<string, unknown> = new Map([
  [
    'UserAttributes',
    { firstName: 'Ada', lastName: 'Byron', emails: ['ada@example.com'], type: 'FULL_ACCESS' },
  ],
]);

const TELLING_WORDS = new Set([
  'id',
  'ids',
  'user',
  'users',
  'login',
  'logins',
  'company',
  'companies',
  'role',
  'roles',
  'backend',
  'backends',
  'native',
  'ref',
  'node',
  'nodes',
  'key',
]);

type Input = Pick<GraphQLArgument | GraphQLInputField, 'name' | 'type' | 'defaultValue'>;

function meaningsOf(owner: string, { name, type }: Input): readonly Meaning[] | null {
  const place = `${owner}.${name}`;
  if (place === 'Query.node.id' || place === 'Query.nodes.ids') {
    return [idOf('User'), idOf('Company'), idOf('Role')];
  }
  const known = PLACES.get(place) ?? NAMES.get(name);
  if (known !== undefined && !isInputObjectType(getNamedType(type))) return [known];
  const words = name.split(/(?=[A-Z])|_/).map((word) => word.toLowerCase());
  const { name: typeName } = getNamedType(type);
  // Text alone can name an object; an enum, a number or a flag cannot.
  const isTelling = typeName === 'String' && words.some((word) => TELLING_WORDS.has(word));
  if (isTelling || typeName === 'ID') {
    throw new Error(`${place} seems to name something, and no rule says what.`);
  }
  return null;
}

function defaultOf(owner: string, { name, type }: Input): unknown {
  const named = getNamedType(type);
  const values: Readonly<Record<string, unknown>> = {
    Boolean: true,
    Int: 1,
    Secret: 'Str0ng-enough-Passw0rd',
    DateTime: '2030-01-01T00:00:00Z',
  };
  const value = isEnumType(named) ? named.getValues()[0]?.name : values[named.name];
  if (value === undefined)
    throw new Error(`${owner}.${name} must be filled, and no rule says with what.`);
  return isListType(getNullableType(type)) ? [value] : value;
}

// Inputs of one field ------------------------------------------------------------------------------------------------

interface Variant {
  /** Where the name stands, e.g. `input.add.roleId`. */
  readonly at: string;
  readonly kind: Kind;
  readonly build: (probe: Subject, own: Subject) => Readonly<Record<string, unknown>>;
}

type Build = (probe: Subject, own: Subject) => unknown;

/** One way to fill an input: what it names, if anything, and how. */
interface Filling {
  readonly at: string;
  readonly kind: Kind | null;
  readonly build: Build;
}

interface Field {
  readonly owner: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
}

function inputVariants({ owner, field }: Field): readonly Variant[] {
  return fillAll(`${owner.name}.${field.name}`, field.args, []).flatMap(({ at, kind, build }) =>
    kind === null
      ? []
      : [
          {
            at,
            kind,
            build: (probe, own) => build(probe, own) as Readonly<Record<string, unknown>>,
          },
        ],
  );
}

/** Fillings of several inputs together: for each name in turn, the others hold what the caller owns or are left out. */
function fillAll(
  owner: string,
  inputs: readonly Input[],
  above: readonly string[],
): readonly Filling[] {
  const required = inputs.filter(
    (input) => isNonNullType(input.type) && input.defaultValue === undefined,
  );
  const fillings = new Map(inputs.map((input) => [input.name, fill(owner, input, above)]));
  const base = new Map(
    required.map(({ name }) => {
      const [first] = fillings.get(name) ?? [];
      if (first === undefined)
        throw new Error(`${owner}.${name} is required and cannot be filled.`);
      return [name, first.build] as const;
    }),
  );
  const combine = (name: string, varied: Filling): Filling => ({
    at: varied.at === '' ? name : `${name}.${varied.at}`,
    kind: varied.kind,
    build: (probe, own) => {
      const others = [...base].filter(([other]) => other !== name);
      // A key is one name in several parts: what else of it the probe has goes along.
      const withProbe = KEYS.has(owner) ? probe : own;
      return {
        ...Object.fromEntries(others.map(([other, build]) => [other, build(withProbe, own)])),
        [name]: varied.build(probe, own),
      };
    },
  });
  const varied = inputs.flatMap(({ name }) =>
    (fillings.get(name) ?? []).filter(({ kind }) => kind !== null).map((one) => combine(name, one)),
  );
  const plain: Filling = {
    at: '',
    kind: null,
    build: (_probe, own) =>
      Object.fromEntries([...base].map(([name, build]) => [name, build(own, own)])),
  };
  return [plain, ...varied];
}

/** Inputs whose parts name one object together. */
const KEYS: ReadonlySet<string> = new Set(['UserKey', 'Query.userByLogin']);

function fill(owner: string, input: Input, above: readonly string[]): readonly Filling[] {
  const meanings = meaningsOf(owner, input);
  const wrap = listsOf(input.type);
  if (meanings !== null) {
    return meanings.map(({ kind, valueOf }) => ({
      at: '',
      kind,
      build: (probe) => wrap(valueOf(probe)),
    }));
  }
  const type = getNamedType(input.type);
  if (!isInputObjectType(type)) {
    const isRequired = isNonNullType(input.type) && input.defaultValue === undefined;
    return isRequired ? [{ at: '', kind: null, build: () => defaultOf(owner, input) }] : [];
  }
  if (above.includes(type.name)) return [];
  const value = VALUES.get(type.name);
  if (value !== undefined) return [{ at: '', kind: null, build: () => wrap(value) }];
  return fillObject(type, [...above, type.name]).map((filling) => ({
    ...filling,
    build: (probe: Subject, own: Subject) => wrap(filling.build(probe, own)),
  }));
}

function fillObject(type: GraphQLInputObjectType, above: readonly string[]): readonly Filling[] {
  const fields = Object.values(type.getFields());
  if (!type.isOneOf) return fillAll(type.name, fields, above);
  return fields.flatMap((field) =>
    fill(type.name, field, above)
      .filter(({ kind }) => kind !== null || fields.length === 1)
      .map((one) => ({
        at: one.at === '' ? field.name : `${field.name}.${one.at}`,
        kind: one.kind,
        build: (probe: Subject, own: Subject) => ({ [field.name]: one.build(probe, own) }),
      })),
  );
}

function listsOf(type: GraphQLInputType): (value: unknown) => unknown {
  const nullable = getNullableType(type);
  if (!isListType(nullable)) return (value) => value;
  const inner = listsOf(nullable.ofType);
  return (value) => (value === undefined ? undefined : [inner(value)]);
}

// Documents ----------------------------------------------------------------------------------------------------------

/** The fields with arguments: at the root, and the first way to each below it. */
function fieldChains(root: GraphQLObjectType): readonly (readonly Field[])[] {
  const seen = new Set<string>();
  const chains: Field[][] = [];
  let level: Field[][] = Object.values(root.getFields()).map((field) => [{ owner: root, field }]);
  while (level.length > 0) {
    const next: Field[][] = [];
    for (const chain of level) {
      const { owner, field } = chain.at(-1)!;
      if (field.args.length > 0) chains.push(chain);
      const type = getNamedType(field.type);
      // What a mutation leads to is reached by a query too; of a root field, only a look-up of the caller's own leads on.
      const leadsOn = root.name === 'Query' && isObjectType(type) && !seen.has(type.name);
      if (!leadsOn || !(chain.length > 1 || isLookUp(owner, field))) continue;
      seen.add(type.name);
      next.push(
        ...Object.values(type.getFields()).map((below) => [
          ...chain,
          { owner: type, field: below },
        ]),
      );
    }
    level = next;
  }
  return chains;
}

function isLookUp(owner: GraphQLObjectType, field: GraphQLField<unknown, unknown>): boolean {
  return (
    field.args.length === 1 &&
    (PLACES.get(`${owner.name}.${field.name}.${field.args[0]!.name}`)?.kind ?? null) !== null
  );
}

function toPath(
  schema: GraphQLSchema,
  { root, chain, variant }: { root: GraphQLObjectType; chain: readonly Field[]; variant: Variant },
): SchemaPath {
  const declared: string[] = [];
  const parts = chain.map(({ field }, index) => {
    const isLast = index === chain.length - 1;
    const [named] = isLast ? variant.at.split('.') : [];
    const args = field.args.filter(({ name }) => name === named || isRequiredName(field, name));
    const given = args.map((argument) => {
      declared.push(`$${argument.name}${index}: ${String(argument.type)}`);
      return `${argument.name}: $${argument.name}${index}`;
    });
    return `${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}`;
  });
  const last = chain.at(-1)!;
  // What is found is shown with its attributes, and what it leads to is not: a list's or a payload's objects count as found.
  const found = getNamedType(last.field.type);
  const isFound = isCompositeType(found) && (isEntity(schema, found) || found.name === 'Node');
  const selection = selectionOf(schema, found, isFound ? 0 : 1);
  const body = parts.reduceRight(
    (inner, part) => `${part} ${inner === '' ? selection : `{ ${inner} }`}`,
    '',
  );
  const operation = root.name === 'Mutation' ? 'mutation' : 'query';
  return {
    name: `${chain.map(({ owner, field }) => `${owner.name}.${field.name}`).join(' > ')}(${variant.at})`,
    kind: variant.kind,
    isKey:
      [...KEYS].some((key) => key === `${last.owner.name}.${last.field.name}`) ||
      /\bkey\b/.test(variant.at),
    document: `${operation} (${declared.join(', ')}) { ${body} }`,
    variables: (probe, own) => {
      const above = chain.slice(0, -1).flatMap(({ owner, field }, index) => {
        const ownNames = fillAll(`${owner.name}.${field.name}`, field.args, [])[0]!.build(own, own);
        return Object.entries(ownNames as object).map(
          ([name, value]) => [`${name}${index}`, value] as const,
        );
      });
      const index = chain.length - 1;
      const own_ = Object.entries(variant.build(probe, own)).map(
        ([name, value]) => [`${name}${index}`, value] as const,
      );
      return Object.fromEntries([...above, ...own_]);
    },
  };
}

function isRequiredName(field: GraphQLField<unknown, unknown>, name: string): boolean {
  return field.args.some(
    (argument) =>
      argument.name === name && isNonNullType(argument.type) && argument.defaultValue === undefined,
  );
}

/** Everything below a field: leaves, objects to the depth, and of lists of connections their nodes. */
function selectionOf(schema: GraphQLSchema, type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  return isCompositeType(named) ? `{ ${membersOf(schema, named, depth).join(' ')} }` : '';
}

function membersOf(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  depth: number,
): readonly string[] {
  if (isAbstractType(type)) {
    const possible = schema.getPossibleTypes(type);
    return [
      '__typename',
      ...possible.map(
        (one) => `... on ${one.name} { ${fieldsOf(schema, one, depth, `${one.name}_`).join(' ')} }`,
      ),
    ];
  }
  return ['__typename', ...fieldsOf(schema, type, depth, '')];
}

/** @param alias put before every name, since fields of one name have other types in other members of a union */
function fieldsOf(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  depth: number,
  alias: string,
): readonly string[] {
  return Object.values(type.getFields()).flatMap((field) => {
    if (field.args.some((argument) => isRequiredName(field, argument.name))) return [];
    const name = alias === '' ? field.name : `${alias}${field.name}: ${field.name}`;
    const named = getNamedType(field.type);
    if (isLeafType(named)) return [name];
    if (!isCompositeType(named)) return [];
    // Wrappers such as connections, edges and grants cost no depth: what they wrap is what is asked for.
    const left = isEntity(schema, named) ? depth - 1 : depth;
    const isEdge = named.name.endsWith('Edge');
    return left < 0 || isEdge ? [] : [`${name} ${selectionOf(schema, named, left)}`];
  });
}

function isEntity(schema: GraphQLSchema, type: GraphQLCompositeType): boolean {
  const node = schema.getType('Node');
  return isObjectType(type) && type.getInterfaces().some((one) => one === node);
}
