import { compile } from '@proviso/logic';
import type { Rulebook } from '@proviso/model';
import type { Context } from '../context.ts';
import { EXIT, Failure } from '../failure.ts';
import { RULEBOOK_LIMIT, readText } from '../input/read-file.ts';
import { type RulebookSize, reportsIn } from '../messages/reports.ts';
import { wrap } from '../output/wrap.ts';
import { writeOut } from '../output/write.ts';
import { type FileFinding, renderFinding } from '../render/findings.ts';
import { witnessCommand } from '../render/witness.ts';
import { knownIds, locate, rulebookFolders } from '../rulebook/locate.ts';
import { type MeaningFinding, meaningOf } from '../rulebook/meaning.ts';
import { readDocument } from '../rulebook/read-document.ts';

/** `proviso check`: errors, warnings, gaps and conflicts, each with its place. */
export function check(context: Context): number {
  const texts = reportsIn(context.language).check;
  const files = filesToCheck(context);
  if (files.length === 0) throw new Failure('no_files', { what: texts.noFiles }, { exit: EXIT.misuse });
  const found = files.flatMap((file) => findingsOf(file, context));
  // A vocabulary that several rulebooks use is read with each of them.
  const distinct = [...new Map(found.map((one) => [JSON.stringify(one.finding), one])).values()];
  const count = (severity: FileFinding['severity']) =>
    distinct.filter((one) => one.finding.severity === severity).length;
  const errors = count('error');
  const warnings = count('warning');
  const measured = context.arguments.has('sizes') && errors === 0;
  const sizes = measured ? files.flatMap((file) => sizeOf(file, context)) : [];
  if (context.json) {
    const report = {
      files,
      errors,
      warnings,
      findings: distinct.map(({ finding }) => finding),
      ...(measured ? { sizes } : {}),
    };
    writeOut(`${JSON.stringify(report, null, 2)}\n`);
  } else {
    const blocks = distinct.map((one) => [...render(one, context), ''].join('\n'));
    const closing = context.paint(errors === 0 ? 'good' : 'bad', texts.closing(files.length, errors, warnings));
    const reports = sizes.map((size) => `${context.paint('quiet', texts.size(size))}\n`);
    writeOut([...blocks, ...reports, `${closing}\n`].join(blocks.length > 0 ? '\n' : ''));
  }
  return errors === 0 ? EXIT.answered : EXIT.bad;
}

interface Found extends MeaningFinding {
  /** How to name the rulebook on a command line. */
  readonly reference: string;
}

function filesToCheck(context: Context): readonly string[] {
  const reference = context.arguments.text('rulebook');
  const named = reference === undefined ? [] : [locate(reference, context).file];
  const given = [...context.arguments.operands, ...named];
  if (given.length > 0) return given;
  return knownIds(rulebookFolders(context)).map((id) => locate(id, context).file);
}

/** What the language finds, and, in a rulebook without errors, what is wrong with its meaning. */
function findingsOf(file: string, context: Context): Found[] {
  const read = readDocument(file, readText(file, RULEBOOK_LIMIT, context), context);
  const inLanguage = read.problems.map(({ diagnostic, text }) => ({ finding: diagnostic, text }));
  const { document } = read.parsed;
  const sound = !inLanguage.some(({ finding }) => finding.severity === 'error');
  const inMeaning = sound && document?.kind === 'rulebook' ? meaningOf(document, read) : [];
  return [...inLanguage, ...inMeaning].map((one) => ({ ...one, reference: referenceTo(file, document, context) }));
}

/** How large the diagrams of a rulebook are and how long they took; nothing for a vocabulary. */
function sizeOf(file: string, context: Context): RulebookSize[] {
  const { parsed } = readDocument(file, readText(file, RULEBOOK_LIMIT, context), context);
  if (parsed.document?.kind !== 'rulebook') return [];
  const started = performance.now();
  const { rules, variables, nodes, frames } = compile(parsed.document).prepare().size();
  const milliseconds = Math.round(performance.now() - started);
  return [{ rulebook: parsed.document.id, rules, variables, nodes, frames, milliseconds }];
}

function referenceTo(file: string, document: Rulebook | { readonly id: string } | undefined, context: Context): string {
  if (document === undefined || !knownIds(rulebookFolders(context)).includes(document.id)) return file;
  return locate(document.id, context).file === file ? document.id : file;
}

function render({ finding, text, reference }: Found, context: Context): string[] {
  const texts = reportsIn(context.language).check;
  const lines = renderFinding(finding, text, texts.severities[finding.severity], context);
  if (finding.witness === undefined) return lines;
  const command = witnessCommand(finding.witness, reference);
  return [...lines, ...wrap(texts.seeItWith, context.terminal.width, { first: '  ', rest: '  ' }), `    ${command}`];
}
