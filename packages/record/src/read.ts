import { RecordError } from './errors.ts';
import { type DecisionRecord, RECORD_FORMAT } from './format.ts';
import { type Shape, troubleWith } from './shape.ts';

const TEXT: Shape = { kind: 'text' };
const TEXT_OR_NULL: Shape = { kind: 'text', nullable: true };
const DIGEST: Shape = { kind: 'text', pattern: /^sha256:[0-9a-f]{64}$/ };

const RECORD: Shape = {
  kind: 'object',
  members: {
    format: TEXT,
    id: { kind: 'text', pattern: /^[\w-]{1,64}$/ },
    madeAt: { kind: 'text', pattern: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/ },
    engine: TEXT,
    rulebook: {
      kind: 'object',
      members: {
        id: TEXT,
        digest: DIGEST,
        documents: {
          kind: 'list',
          optional: true,
          of: {
            kind: 'object',
            members: { kind: { kind: 'text', pattern: /^(vocabulary|rulebook)$/ }, id: TEXT, text: TEXT },
          },
        },
      },
    },
    question: {
      kind: 'object',
      members: { asOf: TEXT_OR_NULL, knownOn: TEXT_OR_NULL, readings: { kind: 'map', of: TEXT } },
    },
    resolved: { kind: 'object', members: { asOf: TEXT, knownOn: TEXT_OR_NULL } },
    facts: { kind: 'map', of: { kind: 'any' } },
    answer: {
      kind: 'object',
      open: true,
      members: { engine: TEXT, rulebook: { kind: 'object', members: { id: TEXT, digest: DIGEST } } },
    },
    digests: { kind: 'object', members: { rulebook: DIGEST, facts: DIGEST, answer: DIGEST, record: DIGEST } },
  },
};

/**
 * A record from parsed JSON. Checks its form, not its digests: see `verifyRecord`.
 * @throws RecordError that names the member that is wrong.
 */
export function readRecord(json: unknown): DecisionRecord {
  const format = typeof json === 'object' && json !== null && 'format' in json ? json.format : undefined;
  if (typeof format === 'string' && format !== RECORD_FORMAT && format.startsWith('proviso.record/')) {
    const hint = `this release reads ${RECORD_FORMAT}; use the release that wrote it, or a later one`;
    throw new RecordError('unknown_format', '/format', `records of the form ${format} are not known here`, hint);
  }
  const trouble = troubleWith(json, RECORD, '');
  if (trouble === undefined && format === RECORD_FORMAT) return json as DecisionRecord;
  const { path, problem } = trouble ?? { path: '/format', problem: `is not ${RECORD_FORMAT}` };
  const hint = 'give a record as `GET /v1/decisions/{id}` returns it';
  throw new RecordError('not_a_record', path, `this is not a record of a decision: ${path || 'it'} ${problem}`, hint);
}
