import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer, Program } from '@proviso/logic';
import { type LocalizedText, textIn } from '@proviso/model';
import type { RulebookEntry } from '../api/contract.ts';
import type { Case } from '../case/case.ts';
import type { FrontFacts, WorkedAnswer } from '../front/facts.ts';
import { notableDays } from '../time/notable-days.ts';
import type { Volume } from './library.ts';

/** The question on the front page. */
const WORKED = {
  rulebook: 'us/wechat',
  facts: 'us/wechat/examples/hosting.json',
  asOf: '2020-09-21',
  knownOn: '2020-09-18',
} as const;

/** Works out what the front page shows. @throws Error when the answers are not of the kind that the page tells about. */
export function frontFacts(folder: string, library: readonly Volume[]): FrontFacts {
  const volume = library.find(({ id }) => id === WORKED.rulebook);
  if (volume === undefined) throw new Error(`there is no rulebook ${WORKED.rulebook}`);
  const { program } = volume;
  const given: unknown = JSON.parse(readFileSync(join(folder, WORKED.facts), 'utf8'));
  const facts = program.readFacts(given);
  const asked: Case = { asOf: WORKED.asOf, knownOn: undefined, readings: {}, facts: Object.entries(facts) };
  const asKnown = program.at({ asOf: WORKED.asOf, knownOn: WORKED.knownOn }).decide(facts);
  const hindsight = program.at({ asOf: WORKED.asOf }).decide(facts);
  if (asKnown.verdict !== 'prohibited' || asKnown.heldBack !== null || hindsight.heldBack === null) {
    throw new Error('the answers on the front page have changed: its words must follow');
  }
  return {
    worked: {
      rulebook: WORKED.rulebook,
      title: program.rulebook.title,
      provision: asKnown.because[0]?.provision ?? '',
      asked,
      knownOn: WORKED.knownOn,
      asKnown: workedAnswer(program, asKnown),
      hindsight: workedAnswer(program, hindsight),
    },
    rulebooks: shippedShelf(library),
  };
}

/** The rulebooks that ship, as a service lists them. */
export function shippedShelf(library: readonly Volume[]): readonly RulebookEntry[] {
  return library.map(({ id, program }) => ({
    id,
    title: program.rulebook.title,
    digest: program.digest,
    origin: 'shipped',
    shadows: false,
    publication: null,
    versions: 0,
  }));
}

/** Days on which something happened, by rulebook, for the question when a transaction takes place. */
export function notable(library: readonly Volume[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(library.map(({ id, program }) => [id, notableDays(program)]));
}

function workedAnswer(program: Program, { verdict, because, heldBack }: Answer): WorkedAnswer {
  return {
    verdict,
    provision: placeOf(program, because[0]?.provision ?? ''),
    heldBack:
      heldBack === null
        ? null
        : {
            verdict: heldBack.verdict,
            provision: placeOf(program, heldBack.provision),
            status: heldBack.status,
            event: program.rulebook.events.find(({ name }) => name === heldBack.event)?.label ?? {
              en: heldBack.event ?? '',
            },
          },
  };
}

/** A provision with its place, in every language. */
function placeOf({ rulebook }: Program, name: string): LocalizedText {
  const pinpoint = rulebook.provisions.find((provision) => provision.name === name)?.pinpoint;
  return { en: `${name} (${textIn(pinpoint, 'en')})`, zh: `${name}（${textIn(pinpoint, 'zh')}）` };
}
