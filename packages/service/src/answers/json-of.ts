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
