import { type Fact, type FactValues, nearest, readValue, type Value } from '@proviso/model';
import type { CompiledRulebook } from './compile/compiled-rulebook.ts';
import { InputError } from './errors.ts';

/**
 * Reads facts from parsed JSON and puts them in canonical form. `null` is "don't know". Facts of a party may be nested
 * (`{"counterparty": {"share": 40}}`) or written by path (`"counterparty.share"`). A term that is not over a party may be asserted.
 * @throws InputError naming the fact, what is wrong and what would be right.
 */
export function readFacts(compiled: CompiledRulebook, raw: unknown): FactValues {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    throw new InputError('wrong_value', 'facts', 'the facts are not a JSON object', 'write {"fact": value, ...}');
  }
  const facts: Record<string, Value | null> = {};
  for (const [name, value] of Object.entries(raw)) readEntry(compiled, name, value, facts);
  return facts;
}

function readEntry(
  compiled: CompiledRulebook,
  name: string,
  value: unknown,
  facts: Record<string, Value | null>,
): void {
  const { declarations } = compiled;
  const fact = compiled.facts.get(name);
  if (fact !== undefined) {
    store(name, readFact(compiled, name, fact, value), facts);
    return;
  }
  if (compiled.assertableNames.has(name)) {
    if (value !== null && typeof value !== 'boolean') {
      throw new InputError(
        'wrong_value',
        name,
        `${name} is a defined term and ${JSON.stringify(value)} is neither true nor false`,
        'true, false, or leave it out',
      );
    }
    store(name, value, facts);
    return;
  }
  const party = declarations.parties.find((candidate) => candidate.name === name);
  if (party !== undefined && typeof value === 'object' && value !== null && !Array.isArray(value)) {
    for (const [inner, innerValue] of Object.entries(value)) readEntry(compiled, `${name}.${inner}`, innerValue, facts);
    return;
  }
  const names = [...compiled.facts.keys(), ...compiled.assertableNames];
  const near = nearest(name, names);
  throw new InputError(
    'unknown_fact',
    name,
    `there is no fact ${name} in ${compiled.rulebook.id}`,
    near === undefined ? `the facts are ${names.join(', ')}` : `did you mean ${near}?`,
  );
}

function store(name: string, value: Value | null, facts: Record<string, Value | null>): void {
  if (Object.hasOwn(facts, name)) {
    throw new InputError('wrong_value', name, `${name} is given twice`, 'give each fact once');
  }
  facts[name] = value;
}

function readFact(compiled: CompiledRulebook, name: string, fact: Fact, value: unknown): Value | null {
  if (value === null) return null;
  const read = readValue(fact.type, value, compiled.enumerations);
  if (read.ok) return read.value;
  throw new InputError('wrong_value', name, `${name}: ${read.problem}`, read.expected);
}
