import { type TSchema, Type } from 'typebox';

/** A reference to a schema that is shared by routes. */
export function ref(name: string, description: string): TSchema {
  return Type.Unsafe<unknown>({ $ref: `${name}#`, description });
}
