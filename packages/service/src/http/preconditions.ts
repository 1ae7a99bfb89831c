import { Type } from 'typebox';
import { changedMeanwhile } from '../rulebooks/refusals.ts';

/** The headers that say which version of a rulebook is to be replaced. */
export const PRECONDITIONS = Type.Object({
  'if-match': Type.Optional(
    Type.String({
      description: 'Only if the version that is served now has this digest, or `*`: only if there is one.',
    }),
  ),
  'if-none-match': Type.Optional(Type.String({ description: '`*`: only if there is none.' })),
});

/** What such headers ask of the version that is served: throws a Problem when it is another. */
export function expectationOf(headers: {
  readonly 'if-match'?: string | undefined;
  readonly 'if-none-match'?: string | undefined;
}): (served: { readonly digest: string } | undefined) => void {
  const { 'if-match': wanted, 'if-none-match': unwanted } = headers;
  return (served) => {
    const fits = (tags: string) =>
      served !== undefined && tags.split(',').some((tag) => isOf(tag.trim(), served.digest));
    if ((wanted !== undefined && !fits(wanted)) || (unwanted !== undefined && fits(unwanted)))
      throw changedMeanwhile(served?.digest);
  };
}

function isOf(tag: string, digest: string): boolean {
  return tag === '*' || tag.replace(/^"(.*)"$/, '$1') === digest;
}
