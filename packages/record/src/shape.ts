/** The form of a JSON value, as far as it is checked before it is used. */
export type Shape = { readonly optional?: boolean } & (
  | { readonly kind: 'any' }
  | { readonly kind: 'text'; readonly nullable?: boolean; readonly pattern?: RegExp }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'map'; readonly of: Shape }
  | { readonly kind: 'object'; readonly members: Readonly<Record<string, Shape>>; readonly open?: boolean }
);

/** Where a value does not have its form, and why. */
export interface Trouble {
  /** JSON pointer. */
  readonly path: string;
  readonly problem: string;
}

/** The first thing that is wrong with a value; undefined when nothing is. */
export function troubleWith(value: unknown, shape: Shape, path: string): Trouble | undefined {
  switch (shape.kind) {
    case 'any':
      return undefined;
    case 'text':
      if (value === null && shape.nullable === true) return undefined;
      if (typeof value !== 'string') return { path, problem: 'is not text' };
      return shape.pattern?.test(value) === false ? { path, problem: 'is not of the right form' } : undefined;
    case 'list':
      if (!Array.isArray(value)) return { path, problem: 'is not a list' };
      return first(value.entries(), ([index, element]) => troubleWith(element, shape.of, `${path}/${index}`));
    case 'map':
      if (!isObject(value)) return { path, problem: 'is not an object' };
      return first(Object.entries(value), ([name, member]) => troubleWith(member, shape.of, `${path}/${name}`));
    case 'object': {
      if (!isObject(value)) return { path, problem: 'is not an object' };
      const strange = Object.keys(value).find((name) => !Object.hasOwn(shape.members, name));
      if (strange !== undefined && shape.open !== true) return { path: `${path}/${strange}`, problem: 'is not known' };
      return first(Object.entries(shape.members), ([name, member]) => {
        if (Object.hasOwn(value, name)) return troubleWith(value[name], member, `${path}/${name}`);
        return member.optional === true ? undefined : { path: `${path}/${name}`, problem: 'is missing' };
      });
    }
  }
}

function first<Item>(items: Iterable<Item>, find: (item: Item) => Trouble | undefined): Trouble | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
