import type { FactName } from './fact.ts';

type Camel<Name extends string> = Name extends `${infer Head}.${infer Tail}` ? `${Head}${Capitalize<Tail>}` : Name;

/** The name of a fact as a key of messages, which cannot hold a dot: `pin.signature` is `pinSignature`. */
export const factKey = <Name extends FactName>(name: Name): Camel<Name> =>
  // The pattern does to the text what `Camel` does to its type.
  name.replace(/\.(.)/, (_, letter: string) => letter.toUpperCase()) as Camel<Name>;
