import { Type } from 'typebox';
import { closed, LocalizedText, RulebookParams } from './common.ts';

const NullableText = Type.Union([Type.String(), Type.Null()]);

/** The members of a version that was published. */
export const versionMembers = {
  version: Type.Integer({ description: 'Its number, from 1, in the order in which they were published.' }),
  digest: Type.String({ description: 'Of its texts: those of its vocabularies and its own.' }),
  title: LocalizedText,
  publication: Type.Union(
    [
      closed({ by: Type.String({ description: 'The name of the token.' }), at: Type.String() }),
      Type.Null({ description: 'Its file was put there by other means.' }),
    ],
    { description: 'Who published it, and when.' },
  ),
  withdrawn: Type.Union(
    [
      closed(
        { by: NullableText, at: NullableText },
        { description: 'Null in both: its file was removed by other means.' },
      ),
      Type.Null({ description: 'It was not taken back; it is served, or was replaced by the next one.' }),
    ],
    { description: 'Who took it back, and when.' },
  ),
  served: Type.Boolean({ description: 'Whether it is served now.' }),
};

/** A version as it is listed. */
export const VersionEntry = closed(versionMembers, { description: 'A version that was published.' });

/** A version with its texts. */
export const VersionReply = closed(
  {
    ...versionMembers,
    documents: Type.Array(
      closed({ kind: Type.Enum(['rulebook', 'vocabulary']), id: Type.String(), text: Type.String() }),
      { description: 'Its vocabularies in the order of `uses`, then its own.' },
    ),
  },
  { description: 'A version with its texts.' },
);

/** The id of a rulebook and the number of a version in an address. */
export const VersionParams = closed({
  ...RulebookParams.properties,
  version: Type.Integer({ minimum: 1, maximum: 1_000_000_000, description: 'The number of the version.' }),
});
