import type { LocalizedText } from '@proviso/model';
import { type Digest, digestOfText, type RecordedDocument } from '@proviso/record';
import { Type } from 'typebox';
import { Check } from 'typebox/value';
import type { Publication } from './published-folder.ts';
import type { ShelvedRulebook } from './shelf.ts';

/** A version of a rulebook that was published: what was served from some moment on. */
export interface Version {
  readonly digest: Digest;
  readonly title: LocalizedText;
  /** Null when its file was put there by other means. */
  readonly publication: Publication | null;
  /** Null unless it was taken back. */
  readonly withdrawn: Withdrawn | null;
  /** Its vocabularies in the order of `uses`, then its own, each by the digest of its text. */
  readonly documents: readonly NamedText[];
}

/** By whom a version was taken back, and when; null where its file was removed by other means. */
export interface Withdrawn {
  readonly by: string | null;
  readonly at: string | null;
}

/** A document whose text lies elsewhere. */
export interface NamedText {
  readonly kind: RecordedDocument['kind'];
  readonly id: string;
  /** Of the text alone. */
  readonly digest: Digest;
}

const NullableText = Type.Union([Type.String(), Type.Null()]);
const VersionFile = Type.Object({
  versions: Type.Array(
    Type.Object({
      digest: Type.String(),
      title: Type.Object({ en: Type.String(), zh: Type.Optional(Type.String()) }),
      publication: Type.Union([Type.Object({ by: Type.String(), at: Type.String() }), Type.Null()]),
      withdrawn: Type.Union([Type.Object({ by: NullableText, at: NullableText }), Type.Null()]),
      documents: Type.Array(
        Type.Object({
          kind: Type.Union([Type.Literal('rulebook'), Type.Literal('vocabulary')]),
          id: Type.String(),
          digest: Type.String({ pattern: '^sha256:[0-9a-f]{64}$' }),
        }),
        { minItems: 1 },
      ),
    }),
    { minItems: 1 },
  ),
});

/** The versions in a file, first to last; undefined when it is damaged. */
export function versionsIn(text: string): readonly Version[] | undefined {
  try {
    const file: unknown = JSON.parse(text);
    return Check(VersionFile, file) ? file.versions : undefined;
  } catch {
    return undefined;
  }
}

/** What is served as a version of its own. */
export function versionOf({ digest, program, documents }: ShelvedRulebook, publication: Publication | null): Version {
  return {
    digest,
    title: program.rulebook.title,
    publication,
    withdrawn: null,
    documents: documents.map(({ kind, id, text }) => ({ kind, id, digest: digestOfText(text) })),
  };
}

/** Versions as they follow from what is served now, whatever came between two writes, or was done by other means. */
export function settled(versions: readonly Version[], served: Version | undefined): readonly Version[] {
  const last = versions.at(-1);
  if (served === undefined) {
    // It was removed while no service ran.
    if (last === undefined || last.withdrawn !== null) return versions;
    return [...versions.slice(0, -1), { ...last, withdrawn: { by: null, at: null } }];
  }
  if (last?.digest !== served.digest) return [...versions, served];
  // Who published it is unknown where replacing it was cut off.
  if (last.withdrawn === null && served.publication === null) return versions;
  if (!isSame(last.publication, served.publication)) return [...versions, served];
  if (last.withdrawn === null) return versions;
  // Taking back was cut off before the file was gone, or somebody put it there again.
  return served.publication === null ? [...versions, served] : [...versions.slice(0, -1), served];
}

function isSame(left: Publication | null, right: Publication | null): boolean {
  return left?.by === right?.by && left?.at === right?.at;
}
