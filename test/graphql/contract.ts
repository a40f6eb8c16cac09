import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedDirective,
  isUnionType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

type Breaches = readonly string[];
type Named = { readonly name: string };

/**
 * What the contract promises and the served schema does not hold, a line each; empty when it holds everything.
 */
export function findBreaches(served: GraphQLSchema, contract: GraphQLSchema): Breaches {
  const types = Object.values(contract.getTypeMap()).filter((type) => !isIntrospectionType(type));
  return [
    ...directiveBreaches(served, contract),
    ...types.flatMap((type) => {
      const counterpart = served.getType(type.name);
      if (!counterpart) return [`${type.name} is missing`];
      if (counterpart.constructor !== type.constructor) return [`${type.name} is of another kind`];
      return typeBreaches(counterpart, type);
    }),
  ];
}

function typeBreaches(served: GraphQLNamedType, promised: GraphQLNamedType): Breaches {
  if (isObjectType(promised) || isInterfaceType(promised)) {
    return fieldBreaches(served as GraphQLObjectType, promised);
  }
  if (isInputObjectType(promised)) {
    const counterpart = served as GraphQLInputObjectType;
    const oneOf =
      counterpart.isOneOf === promised.isOneOf ? [] : [`${promised.name} differs in @oneOf`];
    return [...oneOf, ...inputBreaches(inputsOf(counterpart), inputsOf(promised), promised.name)];
  }
  if (isEnumType(promised) && isEnumType(served)) {
    return missingNames(served.getValues(), promised.getValues(), promised.name);
  }
  if (isUnionType(promised) && isUnionType(served)) {
    return missingNames(served.getTypes(), promised.getTypes(), promised.name);
  }
  return [];
}

function fieldBreaches(
  served: GraphQLObjectType | GraphQLInterfaceType,
  promised: GraphQLObjectType | GraphQLInterfaceType,
): Breaches {
  const interfaces = missingNames(served.getInterfaces(), promised.getInterfaces(), promised.name);
  const fields = Object.values(promised.getFields()).flatMap(({ name, type, args }) => {
    const path = `${promised.name}.${name}`;
    const field = served.getFields()[name];
    if (!field) return [`${path} is missing`];
    const output =
      String(field.type) === String(type)
        ? []
        : [`${path} is ${String(field.type)}, not ${String(type)}`];
    return [...output, ...inputBreaches(field.args, args, path)];
  });
  return [...interfaces, ...fields];
}

type Input = GraphQLArgument | GraphQLInputField;

/** Everything promised must be accepted, and nothing more may be asked for. */
function inputBreaches(
  served: readonly Input[],
  promised: readonly Input[],
  path: string,
): Breaches {
  const missing = missingNames(served, promised, path);
  const wrong = served.flatMap((input) => {
    const counterpart = promised.find(({ name }) => name === input.name);
    if (!counterpart) return isRequired(input) ? [`${path} asks for ${input.name}`] : [];
    const accepts = isSameOrLooser(input.type, counterpart.type);
    const sameDefault = input.defaultValue === counterpart.defaultValue;
    return accepts && sameDefault ? [] : [`${path} takes ${input.name} in another way`];
  });
  return [...missing, ...wrong];
}

function isRequired({ type, defaultValue }: Input): boolean {
  return isNonNullType(type) && defaultValue === undefined;
}

function isSameOrLooser(served: GraphQLInputType, promised: GraphQLInputType): boolean {
  if (isNonNullType(promised)) {
    return isSameOrLooser(isNonNullType(served) ? served.ofType : served, promised.ofType);
  }
  if (isListType(promised) && isListType(served)) {
    return isSameOrLooser(served.ofType, promised.ofType);
  }
  return String(served) === String(promised);
}

function directiveBreaches(served: GraphQLSchema, contract: GraphQLSchema): Breaches {
  return contract.getDirectives().flatMap((promised) => {
    if (isSpecifiedDirective(promised)) return [];
    const directive = served.getDirective(promised.name);
    if (!directive) return [`@${promised.name} is missing`];
    return inputBreaches(directive.args, promised.args, `@${promised.name}`);
  });
}

function inputsOf(type: GraphQLInputObjectType): readonly GraphQLInputField[] {
  return Object.values(type.getFields());
}

function missingNames(
  served: readonly Named[],
  promised: readonly Named[],
  path: string,
): Breaches {
  return promised
    .filter(({ name }) => !served.some((candidate) => candidate.name === name))
    .map(({ name }) => `${path} lacks ${name}`);
}
