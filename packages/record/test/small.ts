import { digestOf, parse } from '@proviso/language';
import { compile, type Program } from '@proviso/logic';
import type { RecordedDocument } from '@proviso/record';

/** Reads documents into a program, as a caller of the package would. */
export function programOf(documents: readonly RecordedDocument[]): Program {
  const rulebook = documents.at(-1);
  const { document, diagnostics } = parse(rulebook?.text ?? '', {
    resolveVocabulary: (id) => {
      const found = documents.find((candidate) => candidate.kind === 'vocabulary' && candidate.id === id);
      const vocabulary = found === undefined ? undefined : parse(found.text).document;
      return vocabulary?.kind === 'vocabulary' ? { vocabulary } : undefined;
    },
  });
  if (document?.kind !== 'rulebook') throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return compile(document, { digest: digestOf(documents.map(({ text }) => text)) });
}

/** A rulebook of few lines. */
export const SMALL: readonly RecordedDocument[] = [
  {
    kind: 'rulebook',
    id: 'test/small',
    text: `# Small

\`\`\`proviso
rulebook test/small
  title en "Small" zh "小"
  zone America/New_York

instrument ACT
  kind statute
  title en "The Act" zh "该法"
provision ACT-1 of ACT at en "s. 1" zh "第一条"

event begin
  effective ACT-1 on start of 2020-02-01 known on 2020-01-10
  label en "The Act begins" zh "该法生效"

fact goods one of books, fireworks
  label en "Goods" zh "货物"
fact share decimal from 0 to 100 unit percent
  label en "Share" zh "份额"
fact remark text
  label en "Remark" zh "备注"

prohibition no_fireworks per ACT-1
  label en "No fireworks" zh "禁止烟花"
  when goods is fireworks and share >= 50
\`\`\`
`,
  },
];
