import { type Diagnostic, digestOf, parse } from '@proviso/language';
import { check, compile, type Program } from '@proviso/logic';
import type { Said } from '@proviso/model';
import type { RecordedDocument } from '@proviso/record';
import { ServiceError } from '../errors.ts';

/** Most findings told about one rulebook. */
const MOST_TOLD = 10;

/**
 * A program from the texts of a rulebook: its vocabularies in the order of `uses`, then its own.
 * @throws ServiceError that lists what is wrong with the texts or their meaning.
 */
export function programFrom(documents: readonly RecordedDocument[], name: string): Program {
  const program = compiledFrom(documents, name);
  const meaning = check(program, { only: 'errors' });
  if (meaning.length === 0) return program;
  throw refused(
    name,
    meaning.map(({ code, message, zh }) => ({ en: `${code} ${message}`, zh: `${code} ${zh.message}` })),
  );
}

/** The same of texts whose meaning was checked. @throws ServiceError that lists what is wrong with the texts. */
export function compiledFrom(documents: readonly RecordedDocument[], name: string): Program {
  const own = documents.at(-1);
  const problems: Said[] = [];
  const note = (file: string, found: readonly Diagnostic[]) => {
    for (const { line, column, code, message, zh } of found) {
      const place = `${file}:${line}:${column} ${code}`;
      problems.push({ en: `${place} ${message}`, zh: `${place} ${zh.message}` });
    }
  };
  const { document, diagnostics } = parse(own?.text ?? '', {
    file: name,
    resolveVocabulary: (id) => {
      const found = documents.find((candidate) => candidate.kind === 'vocabulary' && candidate.id === id);
      if (found === undefined) return undefined;
      const read = parse(found.text, { file: id });
      note(id, read.diagnostics.filter(isError));
      return read.document?.kind === 'vocabulary' ? { vocabulary: read.document } : undefined;
    },
  });
  note(name, diagnostics.filter(isError));
  if (document === undefined || problems.length > 0) throw refused(name, problems);
  if (document.kind !== 'rulebook') throw refused(name, [{ en: 'it is a vocabulary', zh: '它是词汇表' }]);
  return compile(document, { digest: digestOf(documents.map(({ text }) => text)) });
}

/** The ids of the vocabularies that a rulebook uses, in order. */
export function usedBy(text: string): readonly string[] {
  const asked = new Set<string>();
  parse(text, {
    resolveVocabulary: (id) => {
      asked.add(id);
      return undefined;
    },
  });
  return [...asked];
}

function isError({ severity }: { readonly severity: string }): boolean {
  return severity === 'error';
}

function refused(name: string, problems: readonly Said[]): ServiceError {
  return new ServiceError(
    'rulebook_errors',
    { en: `the rulebook ${name} has errors`, zh: `规则书 ${name} 有错误` },
    { en: 'correct it; `proviso check` shows everything that is wrong', zh: '请更正；`proviso check` 会列出全部问题' },
    problems.slice(0, MOST_TOLD),
  );
}
