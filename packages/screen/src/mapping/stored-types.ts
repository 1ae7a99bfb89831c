import type { ValueType } from '@proviso/model';
import type { StoredType } from '../columns.ts';

const READABLE: Readonly<Record<ValueType['kind'], readonly StoredType[]>> = {
  boolean: ['text', 'boolean', 'integer'],
  enumeration: ['text', 'integer'],
  country: ['text'],
  text: ['text', 'integer', 'decimal', 'boolean'],
  integer: ['text', 'integer', 'decimal', 'double'],
  decimal: ['text', 'integer', 'decimal', 'double'],
  fraction: ['text', 'integer', 'decimal', 'double'],
  date: ['text', 'date', 'timestamp', 'instant'],
  instant: ['text', 'timestamp', 'instant'],
  list: ['text', 'list'],
  set: ['text', 'list'],
};

/** Whether it makes sense to look for values of the type in a column that is stored so. */
export function mayHold(stored: StoredType, type: ValueType): boolean {
  return READABLE[type.kind].includes(stored);
}

/** Whether values of the type can be read from such a column only if it is known which zone its clock times are in, or its days. */
export function needsZone(stored: StoredType, type: ValueType | undefined): boolean {
  if (type === undefined || type.kind === 'instant') return stored === 'timestamp';
  return type.kind === 'date' && stored === 'instant';
}

/** Whether a zone says anything about such a fact. */
export function takesZone(type: ValueType): boolean {
  return type.kind === 'date' || type.kind === 'instant';
}
