import type { Context } from '../context.ts';
import { EXIT, Failure } from '../failure.ts';
import { RULEBOOK_LIMIT, readText } from '../input/read-file.ts';
import { reportsIn } from '../messages/reports.ts';
import { writeOut } from '../output/write.ts';
import { type FileFinding, renderFinding } from '../render/findings.ts';
import { knownIds, locate, rulebookFolders } from '../rulebook/locate.ts';
import { type ReadDocument, readDocument } from '../rulebook/read-document.ts';

/** `proviso check`: errors, warnings, gaps and conflicts, each with its place. */
export function check(context: Context): number {
  const texts = reportsIn(context.language).check;
  const files = filesToCheck(context);
  if (files.length === 0) throw new Failure('no_files', { what: texts.noFiles }, { exit: EXIT.misuse });
  const found = new Map<string, Located>();
  for (const file of files)
    for (const located of findingsOf(readDocument(file, readText(file, RULEBOOK_LIMIT, context), context)))
      found.set(JSON.stringify(located.finding), located);
  const findings = [...found.values()];
  const count = (severity: FileFinding['severity']) =>
    findings.filter(({ finding }) => finding.severity === severity).length;
  const errors = count('error');
  const warnings = count('warning');
  if (context.json) {
    const report = { files, errors, warnings, findings: findings.map(({ finding }) => finding) };
    writeOut(`${JSON.stringify(report, null, 2)}\n`);
  } else {
    const blocks = findings.map(({ finding, text }) =>
      [...renderFinding(finding, text, texts.severities[finding.severity], context), ''].join('\n'),
    );
    const closing = context.paint(errors === 0 ? 'good' : 'bad', texts.closing(files.length, errors, warnings));
    writeOut([...blocks, `${closing}\n`].join('\n'));
  }
  return errors === 0 ? EXIT.answered : EXIT.bad;
}

interface Located {
  readonly finding: FileFinding;
  readonly text: string;
}

function filesToCheck(context: Context): readonly string[] {
  const reference = context.arguments.text('rulebook');
  const named = [...context.arguments.operands, ...(reference === undefined ? [] : [locate(reference, context).file])];
  if (named.length > 0) return named;
  return knownIds(rulebookFolders(context)).map((id) => locate(id, context).file);
}

/** What the language finds, and, for a rulebook without errors, what the logic finds. */
function findingsOf(read: ReadDocument): Located[] {
  const located: Located[] = read.problems.map(({ diagnostic, text }) => ({ finding: diagnostic, text }));
  return located;
}
