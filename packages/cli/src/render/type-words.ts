import { type Declarations, enumerationsByName, type ValueType } from '@proviso/model';
import type { Messages } from '../messages/contract.ts';

/** What a value of a type looks like, for a person who has to give one. */
export function describeType(type: ValueType, declarations: Declarations, messages: Messages): string {
  const { types } = messages;
  switch (type.kind) {
    case 'list':
    case 'set':
      return types.several(describeType(type.of, declarations, messages));
    case 'enumeration': {
      const values = enumerationsByName(declarations).get(type.enumeration)?.values ?? [];
      return types.oneOf(values.map((value) => value.name).join(', '));
    }
    case 'integer':
    case 'decimal':
    case 'fraction':
      return types.number(type.kind, type.minimum, type.maximum);
    default:
      return types[type.kind];
  }
}
