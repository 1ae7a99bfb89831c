import { existsSync, readFileSync } from 'node:fs';
import { compile, parse } from '../dist/engine.mjs';
import { path } from './processes.mjs';

/** A vocabulary among the shipped ones. */
function resolveVocabulary(id) {
  const file = path(`../rulebooks/${id}/vocabulary.md`);
  if (!existsSync(file)) return undefined;
  const { document } = parse(readFileSync(file, 'utf8'), { file: id });
  return document?.kind === 'vocabulary' ? { vocabulary: document } : undefined;
}

/** Reads a rulebook that must be free of errors. */
export function readRulebook(text, name) {
  const { document, diagnostics } = parse(text, { file: name, resolveVocabulary });
  if (document?.kind === 'rulebook') return document;
  const wrong = diagnostics.find(({ severity }) => severity === 'error');
  throw new Error(
    wrong ? `error in ${name}:${wrong.line}: ${wrong.code} ${wrong.message}` : `error: ${name} is no rulebook`,
  );
}

/** The measuring decision, ready to decide. */
export function measuringProgram() {
  return compile(readRulebook(readFileSync(path('rulebook.md'), 'utf8'), 'rulebook.md'), { digest: 'sha256:bench' });
}
