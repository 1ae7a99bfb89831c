import { statSync } from 'node:fs';
import type { Context } from '../context.ts';
import { EXIT, Failure } from '../failure.ts';
import { RULEBOOK_LIMIT, readText } from '../input/read-file.ts';
import { reportsIn } from '../messages/reports.ts';
import { replaceFile } from '../output/replace-file.ts';
import { writeOut } from '../output/write.ts';
import { renderFinding } from '../render/findings.ts';

/** `proviso format`: lays out the blocks of rulebook files. All files are formatted before the first is written. */
export function format(context: Context): number {
  const texts = reportsIn(context.language).format;
  const files = context.arguments.operands;
  if (files.length === 0) throw new Failure('no_files', { what: texts.noFiles }, { exit: EXIT.misuse });
  const changed = files.flatMap((file) => {
    const before = readText(file, RULEBOOK_LIMIT, context);
    const after = formatted(file, before, context);
    return after === before ? [] : [{ file, after }];
  });
  const onlyCheck = context.arguments.has('check');
  for (const { file, after } of changed) {
    if (!onlyCheck) replaceFile(file, after, statSync(file).mode);
    writeOut(`${onlyCheck ? texts.would(file) : texts.written(file)}\n`);
  }
  return onlyCheck && changed.length > 0 ? EXIT.bad : EXIT.answered;
}

function formatted(file: string, text: string, context: Context): string {
  const result = {
    text: undefined,
    diagnostics: context.host.language().parse(text, { file }).diagnostics,
  } as unknown as { text?: string; diagnostics: readonly import('@proviso/language').Diagnostic[] };
  if (result.text !== undefined) return result.text;
  const { errors } = context.messages;
  const wrong = result.diagnostics.filter((diagnostic) => diagnostic.severity === 'error').slice(0, 3);
  const detail = wrong.flatMap((diagnostic) => renderFinding(diagnostic, text, errors.error, context));
  throw new Failure('not_formatted', reportsIn(context.language).format.unsound(file), { detail });
}
