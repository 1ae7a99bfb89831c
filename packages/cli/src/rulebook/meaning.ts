import { check, compile, type Finding } from '@proviso/logic';
import type { DeclarationReference, Rulebook } from '@proviso/model';
import type { Stretch } from '../output/code-frame.ts';
import type { FileFinding } from '../render/findings.ts';
import type { ReadDocument } from './read-document.ts';

/** A finding about what a rulebook means, at the place of the declaration that it is about, with the text of its file. */
export interface MeaningFinding {
  readonly finding: FileFinding & Pick<Finding, 'others' | 'witness'>;
  readonly text: string;
}

/** What is wrong with the meaning of a rulebook without errors: clashes, gaps, rules that never apply, and so on. */
export function meaningOf(rulebook: Rulebook, read: ReadDocument): MeaningFinding[] {
  return check(compile(rulebook)).map((found) => {
    const { file, text, stretch } = placeOf(found, read);
    const { code, severity, message, hint, others, witness } = found;
    const { line, column, endLine, endColumn } = stretch;
    return {
      text,
      finding: {
        ...{ code, severity, message, hint, file, line, column, endLine, endColumn },
        ...(others === undefined ? {} : { others }),
        ...(witness === undefined ? {} : { witness }),
      },
    };
  });
}

const START: Stretch = { line: 1, column: 1, endLine: 1, endColumn: 1 };

function placeOf({ kind, name }: DeclarationReference, read: ReadDocument) {
  for (const { file, text, positions } of [{ ...read, positions: read.parsed.positions }, ...read.vocabularies]) {
    const position = positions.find(kind, name);
    if (position !== undefined) return { file, text, stretch: position.nameRange };
  }
  return { file: read.file, text: read.text, stretch: START };
}
