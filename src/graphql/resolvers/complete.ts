/**
 * The resolvers that a type cannot do without: required for each field that its parent does not already hold under the
 * same name with a fitting value, so that a forgotten field does not compile.
 *
 * @template Resolvers the generated resolvers of the type, all of them optional
 * @template Parent what the resolvers receive
 */
export type Complete<Resolvers, Parent> = Omit<Resolvers, Missing<Resolvers, Parent>> &
  Required<Pick<Resolvers, Missing<Resolvers, Parent>>>;

type Missing<Resolvers, Parent> = {
  [Field in keyof Resolvers]-?: Field extends '__isTypeOf' | '__resolveType'
    ? never
    : Field extends keyof Parent
      ? Parent[Field] extends ResultOf<Resolvers[Field]>
        ? never
        : Field
      : Field;
}[keyof Resolvers];

type ResultOf<Resolver> =
  NonNullable<Resolver> extends (...args: never[]) => infer Result ? Result : never;
