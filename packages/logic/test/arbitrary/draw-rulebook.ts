import type { Assumption, Expression, Fact, Rulebook, Term } from '@proviso/model';
import { zone } from './build.ts';
import type { Choices } from './choices.ts';
import { drawCondition, type Speech } from './draw-conditions.ts';
import { drawExamples } from './draw-examples.ts';
import { drawEvents, drawLaw } from './draw-law.ts';
import { drawRules } from './draw-rules.ts';
import { drawSections } from './draw-sections.ts';
import { drawText, optionalText } from './draw-text.ts';
import { type DrawnVocabulary, drawVocabulary } from './draw-vocabulary.ts';

/** A random rulebook that is valid. */
export function drawRulebook(choices: Choices): Rulebook {
  const sources = ['S01', 'S02'].slice(0, choices.below(3));
  const law = drawLaw(choices, sources);
  const provisions = law.provisions.map((it) => it.name);
  const vocabulary = drawVocabulary(choices, provisions, sources);
  const opens = choices.chance(12)
    ? [{ name: 'open_point', per: choices.some(provisions, 0, 1), text: drawText(choices) }]
    : [];
  const speech = speechOf(
    vocabulary,
    opens.map((it) => it.name),
  );
  const terms = drawTerms(choices, vocabulary, speech, provisions);
  const withTerms: Speech = {
    ...speech,
    terms: applicationsOf(
      terms,
      vocabulary.parties.map((it) => it.name),
    ),
  };
  const events = drawEvents(choices, law, vocabulary.readings, sources);
  const book: Rulebook = {
    kind: 'rulebook',
    id: 'test/random-book',
    title: drawText(choices),
    zone: zone(choices.pick(['UTC', 'America/New_York', 'Asia/Shanghai'])),
    uses: [],
    vocabularies: [],
    ...vocabulary,
    terms,
    assumptions: drawAssumptions(choices, withTerms),
    sources: sources.map((name) => ({
      name,
      title: `Page ${name}`,
      ...(choices.chance(50) ? { link: 'https://example.org/' } : {}),
    })),
    ...law,
    events,
    opens,
    rules: drawRules(choices, withTerms, { ...law, events }),
    ...(choices.chance(30)
      ? { residual: { per: choices.some(provisions, 1, 1), ...optionalText(choices, 'text') } }
      : {}),
    situations: [],
    examples: [],
    sections: [],
  };
  const complete = { ...book, ...drawExamples(choices, book) };
  return { ...complete, sections: drawSections(choices, complete) };
}

function speechOf(vocabulary: DrawnVocabulary, opens: readonly string[]): Speech {
  const plain = vocabulary.facts.map(({ name, type }) => [name, type] as const);
  const ofParties = vocabulary.parties.flatMap((party) =>
    groupFacts(vocabulary).map(({ name, type }) => [`${party.name}.${name}`, type] as const),
  );
  return { ...vocabulary, facts: [...plain, ...ofParties], opens, terms: [] };
}

function groupFacts(vocabulary: DrawnVocabulary): readonly Fact[] {
  return vocabulary.groups.flatMap((group) => group.facts);
}

function drawTerms(
  choices: Choices,
  vocabulary: DrawnVocabulary,
  speech: Speech,
  provisions: readonly string[],
): readonly Term[] {
  const terms: Term[] = [];
  const count = choices.between(0, 3);
  for (let n = 1; n <= count; n++) {
    const name = `term_${n}`;
    const per = choices.some(provisions, 0, 2);
    const label = optionalText(choices, 'label');
    if (vocabulary.parties.length > 0 && choices.chance(50)) {
      const own = groupFacts(vocabulary).map(({ name: fact, type }) => [`who.${fact}`, type] as const);
      const facts = [...own, ...own, ...vocabulary.facts.map((fact) => [fact.name, fact.type] as const)];
      const means = drawCondition(choices, { ...speech, facts, terms: applicationsOf(terms, ['who']) }, 1);
      terms.push({ name, parameter: { name: 'who', group: 'entity' }, ...label, per, means });
    } else {
      const parties = vocabulary.parties.map((party) => party.name);
      const means = drawCondition(choices, { ...speech, terms: applicationsOf(terms, parties) }, 1);
      terms.push({ name, ...label, per, means });
    }
  }
  return terms;
}

function applicationsOf(terms: readonly Term[], parties: readonly string[]): readonly Expression[] {
  return terms.flatMap(({ name, parameter }): readonly Expression[] =>
    parameter === undefined
      ? [{ op: 'term', term: name }]
      : parties.map((party) => ({ op: 'term', term: name, party })),
  );
}

function drawAssumptions(choices: Choices, speech: Speech): readonly Assumption[] {
  if (!choices.chance(30)) return [];
  const factual: Speech = { ...speech, readings: [], opens: [], terms: [] };
  return choices.times(choices.between(1, 2), (n) => ({
    name: `assumption_${n + 1}`,
    ...optionalText(choices, 'label'),
    that: {
      op: 'implies',
      left: drawCondition(choices, factual, 0),
      right: drawCondition(choices, factual, 0),
    },
  }));
}
