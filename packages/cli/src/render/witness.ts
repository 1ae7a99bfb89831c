import type { Witness } from '@proviso/logic';
import type { Value } from '@proviso/model';

/** The command line that puts a witness to the test, so that it can be copied into a shell. */
export function witnessCommand({ asOf, knownOn, facts, readings }: Witness, rulebook: string): string {
  const words = ['proviso', 'decide', '--rulebook', rulebook, '--as-of', asOf];
  if (knownOn !== null) words.push('--known-on', knownOn);
  for (const [name, alternative] of Object.entries(readings)) words.push('--reading', `${name}=${alternative}`);
  for (const [path, value] of Object.entries(facts)) words.push(`${path}=${written(value)}`);
  return words.map(quoted).join(' ');
}

function written(value: Value | null): string {
  if (value === null) return '?';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function quoted(word: string): string {
  return /^[\w./:=,+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
