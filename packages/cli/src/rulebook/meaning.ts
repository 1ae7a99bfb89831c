import { type CheckOptions, check, compile, type Finding } from '@proviso/logic';
import type { DeclarationReference, Rulebook } from '@proviso/model';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import type { Stretch } from '../output/code-frame.ts';
import { type FileFinding, MOST_SHOWN, renderFinding } from '../render/findings.ts';
import type { ReadDocument } from './read-document.ts';

/** A finding about what a rulebook means, at the place of the declaration that it is about, with the text of its file. */
export interface MeaningFinding {
  readonly finding: FileFinding & Pick<Finding, 'others' | 'witness'>;
  readonly text: string;
}

/** What is wrong with the meaning of a rulebook without errors: clashes, gaps, rules that never apply, and so on. */
export function meaningOf(rulebook: Rulebook, read: ReadDocument, options: CheckOptions = {}): MeaningFinding[] {
  return check(compile(rulebook), options).map((found) => {
    const { file, text, stretch } = placeOf(found, read);
    const { code, severity, message, hint, zh, others, witness } = found;
    const { line, column, endLine, endColumn } = stretch;
    return {
      text,
      finding: {
        ...{ code, severity, message, hint, zh, file, line, column, endLine, endColumn },
        ...(others === undefined ? {} : { others }),
        ...(witness === undefined ? {} : { witness }),
      },
    };
  });
}

/** @throws Failure that shows the first errors of meaning, such as clashes; such a rulebook is not decided with. */
export function refuseErrorsOfMeaning(rulebook: Rulebook, read: ReadDocument, context: Context): void {
  const { errors } = context.messages;
  const wrong = meaningOf(rulebook, read, { only: 'errors' });
  if (wrong.length === 0) return;
  const shown = wrong.slice(0, MOST_SHOWN);
  const detail = shown.flatMap(({ finding, text }) => renderFinding(finding, text, errors.error, context));
  throw new Failure('rulebook_errors', errors.rulebookHasErrors(read.file, wrong.length), { detail });
}

const START: Stretch = { line: 1, column: 1, endLine: 1, endColumn: 1 };

function placeOf({ kind, name }: DeclarationReference, read: ReadDocument) {
  for (const { file, text, positions } of [{ ...read, positions: read.parsed.positions }, ...read.vocabularies]) {
    const position = positions.find(kind, name);
    if (position !== undefined) return { file, text, stretch: position.nameRange };
  }
  return { file: read.file, text: read.text, stretch: START };
}
