import type { Instrument, LegalEvent, LocalizedText, Provision, Source, Support } from '@proviso/model';
import { commaList, quoted, texts, WIDTH } from './lines.ts';
import { moment, onMoment, sharp } from './moments.ts';

/** `source NAME "title" link "..."` */
export function printSource({ name, title, link }: Source): string {
  const head = `source ${name} ${quoted(title)}`;
  if (link === undefined) return head;
  const line = `${head} link ${quoted(link)}`;
  return line.length <= WIDTH ? line : `${head}\n  link ${quoted(link)}`;
}

/** `instrument NAME` and its clauses, one per line. */
export function printInstrument(instrument: Instrument): string {
  return [
    `instrument ${instrument.name}`,
    `  kind ${instrument.kind}`,
    texts('  title', instrument.title),
    ...clauseTexts('issuer', instrument.issuer),
    ...(instrument.citation === undefined ? [] : [`  citation ${quoted(instrument.citation)}`]),
    ...(instrument.link === undefined ? [] : [`  link ${quoted(instrument.link)}`]),
    ...hanging(instrument),
    ...support(instrument.support),
  ].join('\n');
}

/** `provision NAME of INSTRUMENT at ...` and its clauses, one per line. */
export function printProvision(provision: Provision): string {
  const { pinpoint } = provision;
  const head = `provision ${provision.name} of ${provision.instrument} at`;
  const plain = Object.keys(pinpoint).length === 1 ? pinpoint.en : undefined;
  return [
    plain === undefined ? texts(head, pinpoint) : `${head} ${quoted(plain)}`,
    ...clauseTexts('gist', provision.gist),
    ...hanging(provision),
    ...(provision.identifiedUnder === undefined ? [] : [`  identified under ${provision.identifiedUnder}`]),
    ...support(provision.support),
  ].join('\n');
}

function hanging({ hangsOn, survives }: Instrument | Provision): string[] {
  const clauses = hangsOn === undefined ? [] : [`  hangs on ${hangsOn}`];
  return survives === true ? [...clauses, '  survives'] : clauses;
}

/** `event NAME`, what happens to what, and the clauses, one per line. */
export function printEvent(event: LegalEvent): string {
  const { by, from, known, under, until } = event;
  const what = commaList(`  ${event.kind}`, event.touches) + (by === undefined ? '' : ` by ${by}`);
  const line = `${what} ${onMoment(event.on)}`;
  const fits = (line.split('\n').at(-1) ?? '').length <= WIDTH && event.on.kind !== 'between';
  return [
    `event ${event.name}`,
    ...(fits ? [line] : [what, `  ${onMoment(event.on)}`]),
    ...(from === undefined ? [] : [`  from ${moment(from)}`]),
    ...(until === undefined ? [] : [`  until ${sharp(until.moment, 'none')} then ${until.then}`]),
    ...(known === undefined ? [] : [`  known ${onMoment(known)}`]),
    ...(under === undefined ? [] : [`  under ${under.reading} is ${under.alternative}`]),
    ...clauseTexts('label', event.label),
    ...support(event.support),
  ].join('\n');
}

/** A clause with a text in languages, if there is a text. */
export function clauseTexts(word: string, text: LocalizedText | undefined): string[] {
  return text === undefined ? [] : [texts(`  ${word}`, text)];
}

function support(stated: Support | undefined): string[] {
  if (stated === undefined) return [];
  const head = `  confidence ${stated.confidence}`;
  return [stated.sources.length === 0 ? head : commaList(`${head} from`, stated.sources)];
}
