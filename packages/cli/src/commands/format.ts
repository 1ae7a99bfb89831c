import { statSync } from 'node:fs';
import type { Context } from '../context.ts';
import { EXIT, Failure } from '../failure.ts';
import { RULEBOOK_LIMIT, readText } from '../input/read-file.ts';
import { reportsIn } from '../messages/reports.ts';
import { replaceFile } from '../output/replace-file.ts';
import { writeOut } from '../output/write.ts';
import { MOST_SHOWN, renderFinding } from '../render/findings.ts';
import { vocabularyFinder } from '../rulebook/vocabularies.ts';

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
  const language = context.host.language();
  try {
    return language.format(text, { file, resolveVocabulary: vocabularyFinder(file, context).resolve });
  } catch (error) {
    if (!(error instanceof language.FormatError)) throw error;
    const wrong = error.diagnostics.slice(0, MOST_SHOWN);
    const { errors } = context.messages;
    const detail = wrong.flatMap((diagnostic) => renderFinding(diagnostic, text, errors.error, context));
    throw new Failure('not_formatted', reportsIn(context.language).format.unsound(file), { detail });
  }
}
