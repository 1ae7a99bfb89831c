import type { Context } from '../context.ts';
import { EXIT, Failure } from '../failure.ts';

/** The readings given with `--reading name=alternative`. */
export function gatherReadings(context: Context): Readonly<Record<string, string>> {
  const { errors } = context.messages;
  const readings = new Map<string, string>();
  for (const argument of context.arguments.texts('reading')) {
    const equals = argument.indexOf('=');
    if (equals < 1 || equals === argument.length - 1)
      throw new Failure('wrong_reading', errors.wrongReading(argument), { exit: EXIT.misuse, where: '--reading' });
    const name = argument.slice(0, equals);
    if (readings.has(name)) throw new Failure('two_readings', errors.twoReadings(name), { where: '--reading' });
    readings.set(name, argument.slice(equals + 1));
  }
  return Object.fromEntries(readings);
}
