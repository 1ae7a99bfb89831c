import { allDeclarations, factsByPath } from '@proviso/model';
import { Type } from 'typebox';
import type { Provenance } from '../rulebooks/publishing.ts';
import type { ShelvedRulebook } from '../rulebooks/shelf.ts';
import { closed, LocalizedText } from '../schemas/common.ts';

/** A rulebook as it is listed. */
export const RulebookEntry = closed(
  {
    id: Type.String(),
    title: LocalizedText,
    digest: Type.String({ description: 'Of its texts: those of its vocabularies and its own.' }),
    zone: Type.String({ description: 'The time zone that bare dates follow.' }),
    questions: Type.Integer({ description: 'How many facts it may ask for.' }),
    origin: Type.Enum(['shipped', 'published'], {
      description: '`shipped`: from a folder that the service was started with. `published`: sent in.',
    }),
    shadows: Type.Boolean({ description: 'Whether a shipped rulebook of this id is not served because of it.' }),
    publication: Type.Union(
      [
        closed({ by: Type.String({ description: 'The name of the token.' }), at: Type.String() }),
        Type.Null({ description: 'It was not published, or put there by other means.' }),
      ],
      { description: 'Who published it, and when.' },
    ),
    versions: Type.Integer({ description: 'How many versions were ever published under this id.' }),
  },
  { description: 'A rulebook and where it comes from.' },
);

const QUESTIONS = new WeakMap<ShelvedRulebook, number>();

/** The entry of a rulebook in the list. */
export function entryOf(rulebook: ShelvedRulebook, provenance: Provenance) {
  const { id, digest, program } = rulebook;
  const { title, zone } = program.rulebook;
  const questions = QUESTIONS.get(rulebook) ?? factsByPath(allDeclarations(program.rulebook)).size;
  QUESTIONS.set(rulebook, questions);
  return { id, title, digest, zone: zone.id, questions, ...provenance };
}
