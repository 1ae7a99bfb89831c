import { VERDICTS } from '@proviso/model';
import { type Static, type TSchema, Type } from 'typebox';
import { ref } from './refs.ts';

/** `lang`, as a parameter or a member. */
export const Lang = Type.Enum(['en', 'zh'], { description: 'The language of texts that are not data.' });

/** An example that every route with a question uses. */
export const SAMPLE = {
  rulebook: 'us/wechat',
  asOf: '2020-09-21',
  knownOn: '2020-09-18',
  facts: { application: 'wechat', activity: 'internet_hosting' },
};

const Moment = (description: string) => Type.String({ maxLength: 40, description });

/** When and under which readings something is asked. */
export const vantageMembers = {
  asOf: Type.Optional(
    Moment(
      'When the transaction happens: a date (the end of that day in the zone of the rulebook) or an instant. Now, if absent.',
    ),
  ),
  knownOn: Type.Optional(
    Moment('Count only what had been made public by then. All that the rulebook knows, if absent.'),
  ),
  readings: Type.Optional(
    Type.Record(Type.String({ maxLength: 200 }), Type.String({ maxLength: 200 }), {
      maxProperties: 100,
      description: 'Settled readings: alternative by reading.',
    }),
  ),
};

/** Facts as they come in. */
export const Facts = Type.Record(Type.String({ maxLength: 200 }), Type.Unknown(), {
  maxProperties: 1000,
  description: 'Facts by name. null is "don\'t know". Facts of a party may be nested or written by path.',
});

/** The members of a question. */
export const questionMembers = {
  rulebook: Type.String({ maxLength: 200, description: 'The id of the rulebook.', examples: ['us/wechat'] }),
  ...vantageMembers,
  facts: Facts,
};

/** An object that has no other members. */
export function closed<Members extends Record<string, TSchema>>(members: Members, options: object = {}) {
  return Type.Object(members, { additionalProperties: false, ...options });
}

/** The parameters that every route takes. */
export const Query = closed({ lang: Type.Optional(Lang) });

/** The id of a rulebook in an address. */
export const RulebookParams = closed({
  id: Type.String({
    maxLength: 200,
    description: 'The id of the rulebook, URL-encoded as one segment: `us%2Fwechat`.',
  }),
});

/** The id of a decision in an address. */
export const DecisionParams = closed({ id: Type.String({ maxLength: 64, description: 'The id of the decision.' }) });

/** The parameters of a vantage in an address. */
export const VantageQuery = {
  knownOn: vantageMembers.knownOn,
  reading: Type.Optional(
    Type.Array(Type.String({ maxLength: 400 }), {
      maxItems: 100,
      description: 'A settled reading as `name:alternative`; may be repeated.',
    }),
  ),
  lang: Type.Optional(Lang),
};

/** A verdict. */
export const Verdict = Type.Enum([...VERDICTS]);
/** Whether it may go ahead. */
export const MayProceed = Type.Enum(['yes', 'no', 'only_if', 'unknown']);

/** A text by language. */
export const LocalizedText = Type.Record(Type.String(), Type.String(), { description: 'A text by language tag.' });

/** The replies that every route may give when something is wrong. */
export const problems = {
  '4xx': ref('Problem', 'What is wrong with the request.'),
  '5xx': ref('Problem', 'A fault of the service, or it is stopping.'),
} as const;

/** The type of a schema's values. */
export type { Static };
