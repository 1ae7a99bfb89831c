import type { Assumption, Open, Reading, Term } from '@proviso/model';
import { conditionClause } from './expression.ts';
import { clauseTexts } from './law.ts';
import { commaList, quoted, texts } from './lines.ts';
import { insideTerm, type PrintScope } from './scope.ts';

/** `term NAME per ... means CONDITION` */
export function printTerm(term: Term, scope: PrintScope): string {
  const { parameter } = term;
  const over = parameter === undefined ? '' : `(${parameter.name}: ${parameter.group})`;
  return [
    perLine(`term ${term.name}${over}`, term.per),
    ...clauseTexts('label', term.label),
    conditionClause('means', term.means, insideTerm(term, scope)),
  ].join('\n');
}

/** `HEAD per PROVISION, ...`, or the head alone. */
export function perLine(head: string, per: readonly string[]): string {
  return per.length === 0 ? head : commaList(`${head} per`, per);
}

/** `assume NAME CONDITION` */
export function printAssumption(assumption: Assumption, scope: PrintScope): string {
  return [
    `assume ${assumption.name}`,
    ...clauseTexts('label', assumption.label),
    conditionClause('', assumption.that, scope).replace(/^ {3}/, '  '),
  ].join('\n');
}

/** `open NAME per ... TEXTS` */
export function printOpen({ name, per, text }: Open): string {
  return [perLine(`open ${name}`, per), texts(' ', text)].join('\n');
}

/** `reading NAME question ... alternative ...` */
export function printReading(reading: Reading, scope: PrintScope): string {
  return [
    `reading ${reading.name}`,
    ...clauseTexts('question', reading.question),
    ...(reading.per.length === 0 ? [] : [commaList('  per', reading.per)]),
    ...reading.alternatives.map(({ arguedBy, label, name }) => {
      const head = texts(`  alternative ${name}`, label);
      if (arguedBy.length === 0) return head;
      const argued = commaList(
        'argued by',
        arguedBy.map((source) => citedSource(source, scope)),
      );
      const line = `${head} ${argued}`;
      return line.includes('\n') || line.length > 120 ? `${head}\n    ${argued}` : line;
    }),
  ].join('\n');
}

/** A source by name where it is declared, else in quotes. */
export function citedSource(source: string, scope: PrintScope): string {
  return scope.sources.has(source) ? source : quoted(source);
}
