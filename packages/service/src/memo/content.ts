import { type Decider, explain, renderExplanation } from '@proviso/logic';
import { type FactValues, textIn } from '@proviso/model';
import { type DecisionRecord, digestOfValue } from '@proviso/record';
import { Labels } from './labels.ts';
import type { MemoHeading, MemoWords, RecordLine } from './words/contract.ts';

/** A line of a part of a memo. */
export interface MemoLine {
  /** How far it is indented. */
  readonly depth: number;
  /** `holds`, `fails`, `unknown`, or nothing. */
  readonly mark: string;
  readonly text: string;
  /** What it cites. */
  readonly cites: string;
}

/** A memo in one language, ready to be set. */
export interface MemoContent {
  readonly language: string;
  readonly title: string;
  readonly rulebook: string;
  readonly verdict: string;
  readonly mayProceed: string;
  readonly vantage: string;
  readonly validity: string;
  readonly notes: readonly string[];
  readonly sections: readonly { readonly heading: string; readonly lines: readonly MemoLine[] }[];
  readonly record: {
    readonly heading: string;
    readonly rows: readonly (readonly [string, string])[];
    readonly note: string;
  };
  readonly scope: string;
}

/** What a memo is about. */
export interface MemoSubject {
  readonly decider: Decider;
  readonly facts: FactValues;
  /** When it was saved. */
  readonly record?: DecisionRecord;
}

/** A memo holds so many entries of a list; the answer holds all. */
const MOST_LISTED = 12;

/** What a memo says in one language. */
export function memoContent({ decider, facts, record }: MemoSubject, words: MemoWords): MemoContent {
  const answer = record?.answer ?? decider.decide(facts);
  const explanation = explain(decider, facts, { detail: 'short' });
  const { rulebook } = decider.compiled;
  const labels = new Labels(rulebook, words);
  const said = renderExplanation(explanation, words.language);
  const date = (iso: string) => dateIn(iso, words);
  const assignment = ([path, value]: [string, FactValues[string]]) =>
    words.pair(labels.fact(path), labels.value(path, value ?? null));
  const verdicts = (names: readonly (keyof MemoWords['verdicts'])[]) =>
    names.map((name) => words.verdicts[name]).join(' / ');

  const parts: readonly (readonly [MemoHeading, readonly MemoLine[]])[] = [
    [
      'facts',
      Object.entries(facts).length === 0
        ? [plain(words.noFacts)]
        : Object.entries(facts)
            .map(assignment)
            .map((text) => plain(text)),
    ],
    [
      'readings',
      Object.entries(answer.readings).map(([name, one]) =>
        plain(words.pair(labels.reading(name), labels.alternative(name, one))),
      ),
    ],
    [
      'presumed',
      Object.entries(answer.presumed)
        .map(assignment)
        .map((text) => plain(text)),
    ],
    [
      'reasons',
      said
        .filter(({ kind }) => kind !== 'citation' && kind !== 'citations' && kind !== 'by_reading' && kind !== 'need')
        .map(({ depth, mark, text, cites }) => ({
          depth,
          mark: mark ?? '',
          text,
          cites: cites.filter((name) => !text.includes(name)).join(', '),
        })),
    ],
    [
      'byReading',
      shortened(answer.byReading ?? [], words, ({ readings, verdict }) => {
        const supposed = Object.entries(readings).map(([name, one]) => labels.alternative(name, one));
        return words.pair(words.list(supposed), words.verdicts[verdict]);
      }),
    ],
    [
      'missing',
      shortened(answer.needs, words, ({ kind, name, canSettle }) => {
        const settles = canSettle.length === 0 ? '' : `; ${verdicts(canSettle)}`;
        return words.aside(labels.need(kind, name), `${words.needKinds[kind]} ${name}${settles}`);
      }),
    ],
    [
      'change',
      shortened(answer.wouldChange, words, ({ to, set }) =>
        words.changeTo(words.verdicts[to], words.list(Object.entries(set).map(assignment))),
      ),
    ],
    ['sources', said.filter(({ kind }) => kind === 'citation').map(({ text }) => plain(text))],
  ];
  return {
    language: words.language,
    title: words.title,
    rulebook: textIn(rulebook.title, words.language) || rulebook.id,
    verdict: words.verdicts[answer.verdict],
    mayProceed: words.mayProceed[answer.mayProceed],
    vantage: words.vantage(date(answer.asOf), answer.knownOn === null ? null : date(answer.knownOn)),
    validity: words.valid(
      answer.validFrom === null ? null : date(answer.validFrom),
      answer.validUntil === null ? null : date(answer.validUntil),
    ),
    notes: answer.enforced ? [] : [words.notEnforced],
    sections: parts
      .filter(([, lines]) => lines.length > 0)
      .map(([name, lines]) => ({ heading: words.headings[name], lines })),
    record: recordPart(words, { answer, facts, record }),
    scope: words.scope,
  };
}

function recordPart(
  words: MemoWords,
  {
    answer,
    facts,
    record,
  }: { answer: DecisionRecord['answer']; facts: FactValues; record: DecisionRecord | undefined },
): MemoContent['record'] {
  const digests = record?.digests ?? { facts: digestOfValue(facts), answer: digestOfValue(answer) };
  const rows: readonly (readonly [RecordLine, string | undefined])[] = [
    ['id', record?.id],
    ['madeAt', record?.madeAt],
    ['rulebook', answer.rulebook.id],
    ['rulebookDigest', answer.rulebook.digest],
    ['factsDigest', digests.facts],
    ['answerDigest', digests.answer],
    ['recordDigest', record?.digests.record],
    ['engine', `Proviso ${answer.engine}`],
  ];
  return {
    heading: words.headings.record,
    rows: rows.flatMap(([name, value]) => (value === undefined ? [] : [[words.record[name], value] as const])),
    note: record === undefined ? words.unsaved : '',
  };
}

function plain(text: string): MemoLine {
  return { depth: 0, mark: '', text, cites: '' };
}

function shortened<Item>(items: readonly Item[], words: MemoWords, say: (item: Item) => string): readonly MemoLine[] {
  const lines = items.slice(0, MOST_LISTED).map((item) => plain(say(item)));
  return items.length > MOST_LISTED ? [...lines, plain(words.more(items.length - MOST_LISTED))] : lines;
}

const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

function dateIn(iso: string, words: MemoWords): string {
  const [, year, month, day, clock, second = '00', offset = ''] = INSTANT.exec(iso) ?? [];
  if (clock === undefined) return iso;
  const wholeDay = clock === '23:59' && second === '59';
  const time = second === '00' ? clock : `${clock}:${second}`;
  const at = wholeDay ? null : { time, offset: offset === 'Z' ? '' : offset };
  return words.date(Number(year), Number(month), Number(day), at);
}
