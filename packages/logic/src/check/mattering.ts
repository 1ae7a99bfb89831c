import type { Declarations } from '@proviso/model';
import { type Diagram, FALSE } from '../diagram/diagrams.ts';
import { type Finding, finding } from './finding.ts';
import type { Sight, Survey } from './survey.ts';

/**
 * PV6005: readings of the rulebook's own that change nothing in any answer. What changes the answer were every provision
 * in force (`heldBack`), a duty, a condition of a restriction or the enforcement counts as deciding something.
 */
export function idleReadings(survey: Survey): readonly Finding[] {
  const { compiled } = survey;
  const own = compiled.rulebook.readings.map(({ name }) => ({
    name,
    variables: [compiled.variables.readings.get(name) ?? -1],
  }));
  return idle(survey, own).map((name) =>
    finding(
      'PV6005',
      { kind: 'reading', name },
      {
        en: `reading \`${name}\` decides nothing: every answer is the same under each of its alternatives`,
        zh: `解释问题 \`${name}\` 不影响任何结论：无论采用哪一选项，结论均相同`,
      },
      {
        en: 'use it in the condition or event it is about, or delete it',
        zh: '请将其用于所涉的条件或事件，或将其删去',
      },
    ),
  );
}

/** PV6007: facts of the rulebook's own that have a question and are used, yet never change an answer. */
export function idleFacts(survey: Survey): readonly Finding[] {
  const { compiled } = survey;
  const counted = new Set(
    compiled.rulebook.rules.flatMap((rule) =>
      rule.kind === 'duty' && rule.due?.kind === 'within' && rule.due.after.kind === 'fact'
        ? [rule.due.after.name]
        : [],
    ),
  );
  const own = ownQuestions(compiled.rulebook, compiled.declarations).flatMap(({ name, paths }) => {
    const variables = paths.flatMap((path) => compiled.variables.facts.get(path)?.variables ?? []);
    // A fact that nothing mentions is reported by the language.
    return variables.length === 0 || paths.some((path) => counted.has(path)) ? [] : [{ name, variables }];
  });
  return idle(survey, own).map((name) =>
    finding(
      'PV6007',
      { kind: 'fact', name },
      {
        en: `fact \`${name}\` has a question, but no answer to it can matter`,
        zh: `事实 \`${name}\` 设有提问，但无论如何回答都不影响结论`,
      },
      {
        en: 'correct the conditions that use it, or mark it `decides nothing`',
        zh: '请更正使用它的条件，或将其标为 `decides nothing`',
      },
    ),
  );
}

interface Candidate {
  readonly name: string;
  readonly variables: readonly number[];
}

/** The candidates on whose variables nothing depends. None when that cannot be said of the whole rulebook. */
function idle(survey: Survey, candidates: readonly Candidate[]): readonly string[] {
  let left = candidates;
  const strike = (sight: Sight): void => {
    const decisive = decisiveAt(survey, sight);
    left = left.filter(({ variables }) => !variables.some((variable) => decisive.has(variable)));
  };
  for (const sight of survey.timeless()) if (left.length > 0) strike(sight);
  if (left.length === 0) return [];
  for (const sight of survey.sights()) {
    strike(sight);
    if (left.length === 0) return [];
  }
  return survey.outgrown === undefined ? left.map(({ name }) => name) : [];
}

/** The variables on which an answer depends at a frame; those that only assumptions tie to others included. */
function decisiveAt({ compiled }: Survey, { diagrams, frame, rulings }: Sight): ReadonlySet<number> {
  const decisive = new Set<number>();
  const add = (diagram: Diagram): void => {
    for (const variable of diagrams.support(diagram)) decisive.add(variable);
  };
  add(rulings.verdict);
  for (const { rule, index, onlyIf } of compiled.rules) {
    const stands = diagrams.and(rulings.rules[index]?.stands ?? FALSE, rulings.admissible);
    if (rule.kind === 'duty') add(stands);
    for (const { that } of onlyIf) add(diagrams.and(stands, rulings.translator.diagram(that)));
  }
  if (frame?.enforced.some((pursued) => new Set(pursued).size > 1)) {
    for (const variable of frame.variables) decisive.add(variable);
  }
  return decisive;
}

/** The rulebook's own facts that have a question, with their paths; a fact of a group has one path for each party. */
function ownQuestions(own: Declarations, all: Declarations): readonly { name: string; paths: readonly string[] }[] {
  const asks = (fact: Declarations['facts'][number]) => fact.question !== undefined && fact.decidesNothing !== true;
  const plain = own.facts.filter(asks).map(({ name }) => ({ name, paths: [name] }));
  const grouped = own.groups.flatMap((group) => {
    const parties = all.parties.filter((party) => party.group === group.name);
    return group.facts.filter(asks).map((fact) => ({
      name: `${group.name}.${fact.name}`,
      paths: parties.map((party) => `${party.name}.${fact.name}`),
    }));
  });
  return [...plain, ...grouped];
}
