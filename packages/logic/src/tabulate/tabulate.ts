import { type EpochMilliseconds, enumerationsByName, formatInstant } from '@proviso/model';
import type { CompiledRulebook } from '../compile/compiled-rulebook.ts';
import { cutCells } from '../compile/domain.ts';
import { type Assignment, setFact } from '../compile/variables.ts';
import { presumptions, settledReadings } from '../decide/analysis.ts';
import { compareNames } from '../decide/because.ts';
import { Rulings } from '../decide/rulings.ts';
import { Diagrams } from '../diagram/diagrams.ts';
import type { Program } from '../program.ts';
import { readQuestion } from '../question.ts';
import { firstDayAtOrAfter } from '../status/first-day.ts';
import { ChartBuilder, ChartTooLarge } from './chart-builder.ts';
import { CodeDiagrams } from './codes.ts';
import type {
  Chart,
  ChartInput,
  LawInput,
  TabulatedFact,
  TabulatedProvisions,
  TabulateOptions,
  TabulateQuestion,
  Tabulation,
} from './contract.ts';
import { type LawParts, type Part, partsOf } from './parts.ts';
import { TableLaw } from './table-law.ts';

const DEFAULT_BOUND = 4_000;
const MOST_NODES = 2_000_000;

/**
 * Works out every answer to rows of a table in which some facts have columns. Read off a row, the charts say exactly what
 * `decide` says of it, an empty cell being "don't know".
 * @throws InputError for dates, readings and alternatives that do not exist; DiagramTooLarge for rulebooks past all bounds.
 */
export function tabulate(program: Program, question: TabulateQuestion, options: TabulateOptions): Tabulation {
  const { compiled } = program;
  const { variables } = compiled;
  const columns = new Set(options.facts);
  const isColumn = (variable: number) => {
    const described = variables.all[variable];
    return described !== undefined && described.kind === 'fact' && columns.has(described.name);
  };
  const diagrams = new Diagrams(variables.sizes, MOST_NODES);
  const coded = new CodeDiagrams(diagrams, variables, isColumn, MOST_NODES);
  const given = settledReadings(compiled, question.readings ?? {});
  const standIns = presumptions(compiled).filter(([path]) => !columns.has(path));
  const known = withStandIns(compiled, given, standIns);
  const { instants, law } = lawsOf(program, question);
  const laws = instants.map((asOf) => {
    const { frame } = program.at({ ...questionOf(question), ...(asOf === undefined ? {} : { asOf }) });
    return new TableLaw(compiled, frame, { diagrams, known, coded });
  });
  const inputs = new Inputs(compiled, isColumn, law);
  const bound = options.bound ?? DEFAULT_BOUND;
  const parts = laws.map(partsOf);
  const chart = <Label>(part: (of: LawParts) => Part<Label>) => chartOf(coded.codes, parts.map(part), inputs, bound);
  const rules = [...new Set(parts.flatMap((part) => part.rules))];
  // By name, so that the charts' lists put one behind the other are in the order of names.
  const unknowns = [...new Set(parts.flatMap((part) => part.unknowns))].sort(
    (a, b) => compareNames(nameOf(a), nameOf(b)) || (a < b ? -1 : 1),
  );
  const reached = [...(options.reach ?? [])].sort(compareNames);
  const whole = orTooLarge(() => chart((part) => part.outcome(rules)));
  return {
    rulebook: { id: compiled.rulebook.id, digest: program.digest },
    inputs: inputs.all,
    facts: options.facts.map((path) => inputs.fact(path)),
    ...(law === undefined ? {} : { law }),
    outcome: whole ?? chart((part) => part.outcome([])),
    provisions:
      whole === undefined
        ? inParts<number, TabulatedProvisions>(rules, (some) => chart((part) => part.provisions(some)))
        : [],
    reach: reached.length === 0 ? [] : inParts(reached, (some) => chart((part) => part.reach(some))),
    needs: unknowns.length === 0 ? [] : inParts(unknowns, (some) => chart((part) => part.needs(some))),
    ...mattering(laws, given, standIns, columns),
  };
}

/** The name of an unknown in `kind:name`. */
function nameOf(unknown: string): string {
  return unknown.slice(unknown.indexOf(':') + 1);
}

function questionOf({ asOf, knownOn, readings }: TabulateQuestion): TabulateQuestion {
  return {
    ...(asOf === undefined ? {} : { asOf }),
    ...(knownOn === undefined ? {} : { knownOn }),
    ...(readings === undefined ? {} : { readings }),
  };
}

function withStandIns(
  compiled: CompiledRulebook,
  given: Assignment,
  standIns: ReturnType<typeof presumptions>,
): Assignment {
  const known = given.slice();
  for (const [path, value] of standIns) {
    const code = compiled.variables.facts.get(path);
    if (code !== undefined) setFact(code, value, known);
  }
  return known;
}

/** A moment in each stretch of law, as text; and the stretches, when each row has its own date. */
function lawsOf(
  program: Program,
  question: TabulateQuestion,
): { readonly instants: readonly (string | undefined)[]; readonly law: LawInput | undefined } {
  if (question.asOfPerRow !== true) return { instants: [question.asOf], law: undefined };
  const { compiled } = program;
  const { zone } = compiled.rulebook;
  const { vantage } = readQuestion(compiled, { ...questionOf(question), asOf: '2000-01-01' }, 0);
  const boundaries = compiled.status.boundaries(vantage.knownOn);
  const before: EpochMilliseconds = (boundaries[0] ?? 0) - 1;
  return {
    instants: [before, ...boundaries].map((instant) => formatInstant(zone, instant)),
    law: { boundaries: boundaries.map((instant) => ({ instant, firstDay: firstDayAtOrAfter(zone, instant) })) },
  };
}

/** The inputs of the charts: the row's law first, then the variables of columns in the order of the diagrams. */
class Inputs {
  readonly all: readonly ChartInput[];
  /** Whether the first input is the row's law. */
  readonly perLaw: boolean;
  readonly #compiled: CompiledRulebook;
  readonly #places = new Map<number, number>();

  constructor(compiled: CompiledRulebook, isColumn: (variable: number) => boolean, law: LawInput | undefined) {
    this.#compiled = compiled;
    this.perLaw = law !== undefined;
    const all: ChartInput[] = law === undefined ? [] : [{ kind: 'law', codes: law.boundaries.length + 1 }];
    compiled.variables.all.forEach((variable, index) => {
      if (!isColumn(index)) return;
      const { name: path, size, elementClass } = variable;
      const input = { kind: 'fact', path, codes: size + 1 } as const;
      this.#places.set(index, all.push(elementClass === undefined ? input : { ...input, elementClass }) - 1);
    });
    this.all = all;
  }

  place = (variable: number): number => this.#places.get(variable) ?? -1;

  fact(path: string): TabulatedFact {
    const type = this.#compiled.facts.get(path)?.type;
    if (type === undefined) throw new RangeError(`no fact ${path}`);
    const code = this.#compiled.variables.facts.get(path);
    if (code === undefined) {
      const scalar = type.kind === 'list' || type.kind === 'set' ? type.of : type;
      const { lookup } = cutCells(scalar, [], enumerationsByName(this.#compiled.declarations));
      return { path, type, lookup, inputs: [] };
    }
    const { lookup, caps } = code;
    return { path, type, lookup, ...(caps === undefined ? {} : { caps }), inputs: code.variables.map(this.place) };
  }
}

/** One chart over all laws. @throws ChartTooLarge */
function chartOf<Label>(codes: Diagrams, parts: readonly Part<Label>[], inputs: Inputs, bound: number): Chart<Label> {
  const builder = new ChartBuilder<Label>(codes, { inputOf: inputs.place, bound });
  const roots = parts.map((part) => builder.add(part.diagrams, part.recipe));
  return builder.chart(inputs.perLaw ? builder.node(0, roots) : (roots[0] ?? 0));
}

function orTooLarge<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof ChartTooLarge) return undefined;
    throw error;
  }
}

/** As few charts as the bound allows, found by halving. A chart of one item is made whatever its size. */
function inParts<Item, Label>(
  items: readonly Item[],
  make: (some: readonly Item[]) => Chart<Label>,
): readonly Chart<Label>[] {
  const made = orTooLarge(() => make(items));
  if (made !== undefined) return [made];
  if (items.length <= 1) throw new ChartTooLarge();
  const half = Math.ceil(items.length / 2);
  return [...inParts(items.slice(0, half), make), ...inParts(items.slice(half), make)];
}

/** The facts without a column on which some verdict depends. */
function mattering(
  laws: readonly TableLaw[],
  given: Assignment,
  standIns: ReturnType<typeof presumptions>,
  columns: ReadonlySet<string>,
): Pick<Tabulation, 'wanting' | 'presumed'> {
  const wanting = new Set<string>();
  const presumed = new Set<string>();
  const presumable = new Set(standIns.map(([path]) => path));
  for (const law of laws) {
    const { compiled, diagrams, frame } = law;
    const factsIn = (rulings: Rulings) =>
      diagrams.support(rulings.verdict).flatMap((variable) => {
        const described = compiled.variables.all[variable];
        return described?.kind === 'fact' && !columns.has(described.name) ? [described.name] : [];
      });
    for (const path of factsIn(law.rulings)) wanting.add(path);
    const open = new Rulings(compiled, frame, { diagrams, period: frame.period, known: given });
    for (const path of factsIn(open)) if (presumable.has(path)) presumed.add(path);
  }
  return { wanting: [...wanting].sort(), presumed: [...presumed].sort() };
}
