import { RULE_KINDS, STATUSES, VERDICTS } from '@proviso/model';
import { type TSchema, Type } from 'typebox';
import { LocalizedText, MayProceed, Verdict } from './common.ts';
import { ref } from './refs.ts';

const Text = Type.String();
const Instant = Type.String({ description: 'ISO 8601 with an offset.' });
const InstantOrNull = Type.Union([Instant, Type.Null()]);
const Settled = Type.Array(Type.Enum(VERDICTS.filter((verdict) => verdict !== 'undetermined')));
const Digest = Type.String({ pattern: '^sha256:[0-9a-f]{64}$' });
const Status = Type.Enum([...STATUSES]);
const Readings = Type.Record(Type.String(), Type.String(), { description: 'Alternative by reading.' });
const Values = Type.Record(Type.String(), Type.Unknown(), { description: 'Value by fact.' });

const Answer = Type.Object(
  {
    verdict: Verdict,
    mayProceed: MayProceed,
    possible: Settled,
    enforced: Type.Boolean({ description: 'False when violations of what the answer rests on are not pursued.' }),
    needs: Type.Array(
      Type.Object({ kind: Type.Enum(['fact', 'reading', 'status', 'open']), name: Text, canSettle: Settled }),
      { description: 'The unknowns that matter, the most settling first.' },
    ),
    byReading: Type.Optional(Type.Array(Type.Object({ readings: Readings, verdict: Verdict, mayProceed: MayProceed }))),
    presumed: Values,
    heldBack: Type.Union([
      Type.Object({
        verdict: Verdict,
        status: Status,
        provision: Text,
        event: Type.Union([Text, Type.Null()]),
        since: InstantOrNull,
        citation: Text,
      }),
      Type.Null(),
    ]),
    because: Type.Array(
      Type.Object({
        rule: Text,
        kind: Type.Enum([...RULE_KINDS]),
        provision: Text,
        state: Type.Enum(['stands', 'lifted', 'open', 'not_in_force', 'does_not_apply']),
        status: Status,
        citation: Text,
      }),
    ),
    wouldChange: Type.Array(Type.Object({ to: Verdict, set: Values })),
    duties: Type.Optional(
      Type.Array(Type.Object({ duty: Text, state: Type.Enum(['stands', 'open']), must: LocalizedText })),
    ),
    withinDay: Type.Optional(
      Type.Array(Type.Object({ from: Instant, until: Instant, verdict: Verdict, mayProceed: MayProceed })),
    ),
    asOf: Instant,
    knownOn: InstantOrNull,
    readings: Readings,
    validFrom: InstantOrNull,
    validUntil: InstantOrNull,
    rulebook: Type.Object({ id: Text, digest: Digest }),
    engine: Text,
  },
  { $id: 'Answer', description: 'The answer to one question, the same as from the command line and the library.' },
);

const Problem = Type.Object(
  {
    type: Type.String({ description: '`urn:proviso:problem:` and the code.' }),
    title: Text,
    status: Type.Integer(),
    detail: Text,
    instance: Type.String({ description: 'The path that was asked.' }),
    code: Type.String({ description: 'Stable.' }),
    field: Type.Optional(Type.String({ description: 'The member, parameter, fact or reading concerned.' })),
    hint: Type.Optional(Type.String({ description: 'What would be right.' })),
    requestId: Text,
  },
  { $id: 'Problem', description: 'Problem details after RFC 9457.' },
);

const proof = {
  detail: Type.Enum(['short', 'full']),
  steps: Type.Array(Type.Unknown(), {
    description:
      'The conclusion first, then what it rests on, as a tree. Steps name provisions and instruments; `citations` tells of them.',
  }),
  citations: Type.Array(
    Type.Object({
      kind: Type.Enum(['provision', 'instrument']),
      name: Text,
      instrument: Type.String({ description: 'The name of the instrument.' }),
      pinpoint: Type.Optional(LocalizedText),
    }),
    { description: 'Every provision and instrument that a step names, once, by name.' },
  ),
  instruments: Type.Array(
    Type.Object({
      name: Text,
      title: LocalizedText,
      citation: Type.Optional(Type.String({ description: 'Where it is found.' })),
      link: Type.Optional(Text),
    }),
    { description: 'The instruments of these, once, by name.' },
  ),
};

const Explanation = Type.Object(proof, { $id: 'Explanation', description: 'The proof of an answer, as data.' });

const Record = Type.Object(
  {
    format: Type.Literal('proviso.record/1'),
    id: Text,
    madeAt: Instant,
    engine: Text,
    rulebook: Type.Object({
      id: Text,
      digest: Digest,
      documents: Type.Optional(
        Type.Array(Type.Object({ kind: Type.Enum(['vocabulary', 'rulebook']), id: Text, text: Text })),
      ),
    }),
    question: Type.Object({
      asOf: Type.Union([Text, Type.Null()]),
      knownOn: Type.Union([Text, Type.Null()]),
      readings: Readings,
    }),
    resolved: Type.Object({ asOf: Instant, knownOn: InstantOrNull }),
    facts: Values,
    answer: ref('Answer', 'The answer that was given.'),
    digests: Type.Object({ rulebook: Digest, facts: Digest, answer: Digest, record: Digest }),
  },
  { $id: 'Record', description: 'A decision as it is kept. Its canonical form is JSON after RFC 8785.' },
);

const StatusSegment = Type.Object(
  {
    from: InstantOrNull,
    until: InstantOrNull,
    status: Status,
    own: Status,
    through: Text,
    event: Type.Union([Text, Type.Null()]),
    enforced: Type.Boolean(),
    alternatives: Type.Optional(Type.Array(Type.Unknown())),
  },
  { $id: 'StatusSegment', description: 'A stretch of time in which the status of a provision is the same.' },
);

const Decision = Type.Object(
  {
    verdict: Verdict,
    mayProceed: MayProceed,
    possible: Settled,
    explanation: Type.Optional(
      Type.Object({
        detail: proof.detail,
        steps: Type.Optional(proof.steps),
        citations: Type.Optional(proof.citations),
        instruments: Type.Optional(proof.instruments),
        text: Type.String({ description: 'The proof as an indented tree in the language asked for.' }),
      }),
    ),
    id: Type.Optional(Type.String({ description: 'Of the record, when it was saved.' })),
    recordDigest: Type.Optional(Type.String({ description: 'Note it elsewhere: it shows any later change.' })),
  },
  {
    $id: 'Decision',
    description: 'The members of Answer (with `detail: "verdict"` the first three alone), and what else was asked for.',
  },
);

/** Schemas that routes refer to by name. */
export const SHARED: readonly TSchema[] = [Answer, Decision, Problem, Explanation, Record, StatusSegment];
