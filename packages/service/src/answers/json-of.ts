const KEPT = new WeakMap<object, string>();

/** The JSON of a frozen object, worked out once: the engine gives one object for equal cases. */
export function jsonOf(value: object): string {
  const kept = KEPT.get(value);
  if (kept !== undefined) return kept;
  const text = JSON.stringify(value);
  if (Object.isFrozen(value)) KEPT.set(value, text);
  return text;
}

/** The JSON of an object with further members at its end, each already JSON. */
export function withMembers(json: string, members: Readonly<Record<string, string>>): string {
  let text = json.slice(0, -1);
  for (const [name, member] of Object.entries(members)) text += `${text === '{' ? '' : ','}"${name}":${member}`;
  return `${text}}`;
}

/** JSON as text, or as bytes where it is sent often and encoding it each time would cost more. */
export type Json = string | Buffer;

/** Texts from so many characters on are kept as bytes. */
const LONG = 600;

/** JSON as it is best kept. */
export function packed(json: string): Json {
  return json.length < LONG ? json : Buffer.from(json);
}

/** The JSON of a list of values. */
export function listOf(values: readonly Json[]): Json {
  if (values.every((value) => typeof value === 'string')) return `[${values.join(',')}]`;
  const parts: Buffer[] = [];
  for (const [index, value] of values.entries()) {
    parts.push(index === 0 ? OPEN : COMMA, typeof value === 'string' ? Buffer.from(value) : value);
  }
  return Buffer.concat([...parts, CLOSE]);
}

const OPEN = Buffer.from('[');
const COMMA = Buffer.from(',');
const CLOSE = Buffer.from(']');
