import type { DeclarationReference, Said } from '@proviso/model';
import { Translator } from '../compile/translate.ts';
import { nothingKnown } from '../compile/variables.ts';
import { type Diagram, Diagrams, DiagramTooLarge, FALSE, TRUE } from '../diagram/diagrams.ts';
import { type Finding, finding } from './finding.ts';
import type { Survey } from './survey.ts';

/** PV6008: assumptions that no transaction satisfies together, at some dates or at all. */
export function contradictions(survey: Survey): readonly Finding[] {
  const { compiled } = survey;
  if (compiled.assumptions.length === 0) return [];
  const { count, dates } = compiled.periods;
  const failing = Array.from({ length: count }, (_, period) => contradicting(survey, period));
  const first = failing.findIndex((names) => names !== undefined);
  const names = failing[first];
  const last = names?.at(-1);
  if (names === undefined || last === undefined) return [];
  const always = failing.every((found) => found !== undefined);
  const from = dates[first - 1];
  const until = dates[failing.findIndex((found, period) => period > first && found === undefined) - 1];
  const others = names.slice(0, -1).map((name): DeclarationReference => ({ kind: 'assumption', name }));
  return [
    finding(
      'PV6008',
      { kind: 'assumption', name: last },
      unsatisfied(names, always ? {} : { from, until }),
      CORRECT_ONE,
      {
        ...(others.length === 0 ? {} : { others }),
      },
    ),
  ];
}

const CORRECT_ONE: Said = { en: 'correct or delete one of them', zh: '请更正或删去其中之一' };

function unsatisfied(
  names: readonly string[],
  { from, until }: { readonly from?: string | undefined; readonly until?: string | undefined },
): Said {
  const quoted = names.map((name) => `\`${name}\``);
  const when = {
    en: `${from === undefined ? '' : ` from ${from}`}${until === undefined ? '' : ` until ${until}`}`,
    zh: `${from === undefined ? '' : `自 ${from} 起`}${until === undefined ? '' : `至 ${until} 为止`}`,
  };
  const lead = when.zh === '' ? '' : `${when.zh}，`;
  return names.length === 1
    ? {
        en: `no transaction satisfies the assumption ${quoted.join('')}${when.en}`,
        zh: `${lead}没有任何交易满足假设 ${quoted.join('')}`,
      }
    : {
        en: `no transaction satisfies these assumptions together${when.en}: ${quoted.join(', ')}`,
        zh: `${lead}没有任何交易能同时满足这些假设：${quoted.join('、')}`,
      };
}

/** The fewest assumptions (none can be left out) that contradict each other in a period. */
function contradicting({ compiled }: Survey, period: number): readonly string[] | undefined {
  const diagrams = new Diagrams(compiled.variables.sizes);
  const translator = new Translator({ diagrams, period, known: nothingKnown(compiled.variables) });
  const together = (chosen: typeof compiled.assumptions): Diagram =>
    chosen.reduce((all: Diagram, { that }) => diagrams.and(all, translator.diagram(that)), TRUE);
  try {
    let left = compiled.assumptions;
    if (together(left) !== FALSE) return undefined;
    for (const assumption of compiled.assumptions) {
      const without = left.filter((other) => other !== assumption);
      if (together(without) === FALSE) left = without;
    }
    return left.map(({ name }) => name);
  } catch (error) {
    if (error instanceof DiagramTooLarge) return undefined;
    throw error;
  }
}
