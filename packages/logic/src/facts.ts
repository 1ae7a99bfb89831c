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
    throw new InputError(
      'wrong_value',
      'facts',
      { en: 'the facts are not a JSON object', zh: '事实不是 JSON 对象' },
      { en: 'write {"fact": value, ...}', zh: '请写成 {"事实": 值, ...}' },
    );
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
        {
          en: `${name} is a defined term and ${JSON.stringify(value)} is neither true nor false`,
          zh: `${name} 是定义的术语，而 ${JSON.stringify(value)} 既非 true 也非 false`,
        },
        { en: 'true, false, or leave it out', zh: 'true、false，或不给出' },
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
    {
      en: `there is no fact ${name} in ${compiled.rulebook.id}`,
      zh: `${compiled.rulebook.id} 中没有名为 ${name} 的事实`,
    },
    near === undefined
      ? { en: `the facts are ${names.join(', ')}`, zh: `可用的事实：${names.join('、')}` }
      : { en: `did you mean ${near}?`, zh: `您是否想写 ${near}？` },
  );
}

function store(name: string, value: Value | null, facts: Record<string, Value | null>): void {
  if (Object.hasOwn(facts, name)) {
    throw new InputError(
      'wrong_value',
      name,
      { en: `${name} is given twice`, zh: `${name} 给出了两次` },
      { en: 'give each fact once', zh: '每个事实只给一次' },
    );
  }
  facts[name] = value;
}

function readFact(compiled: CompiledRulebook, name: string, fact: Fact, value: unknown): Value | null {
  if (value === null) return null;
  const read = readValue(fact.type, value, compiled.enumerations);
  if (read.ok) return read.value;
  throw new InputError(
    'wrong_value',
    name,
    { en: `${name}: ${read.problem}`, zh: `${name}：${read.zh.problem}` },
    { en: read.expected, zh: read.zh.expected },
  );
}
