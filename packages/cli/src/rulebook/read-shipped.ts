import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, parse } from '@proviso/language';
import { check, compile } from '@proviso/logic';
import { BUILD_ID } from '../build-id.ts';
import { CASES_FILE, knownIds, RULEBOOK_FILE, VOCABULARY_FILE } from './locate.ts';
import { COMPILED_FILE, READY_FILE, type ShippedRulebook, withoutProse } from './shipped.ts';

// Run by the build: copies the rulebooks that ship and writes each as it was read beside its copy.

/** Copies the documents and cases of a folder of rulebooks, whatever is wrong with them. */
function copyAll(from: string, to: string): void {
  if (!existsSync(from)) return;
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.isDirectory()) copyAll(join(from, entry.name), join(to, entry.name));
    else if ([RULEBOOK_FILE, VOCABULARY_FILE, CASES_FILE].includes(entry.name)) {
      mkdirSync(to, { recursive: true });
      copyFileSync(join(from, entry.name), join(to, entry.name));
    }
  }
}

/** Reads one rulebook; one with errors is left to be read, and refused, when it is used. */
function readOne(folder: string, id: string): void {
  const file = join(folder, id, RULEBOOK_FILE);
  const text = readFileSync(file, 'utf8');
  const uses: string[] = [];
  const texts: string[] = [];
  let errors = 0;
  const resolveVocabulary = (name: string) => {
    const vocabularyFile = join(folder, name, VOCABULARY_FILE);
    if (!existsSync(vocabularyFile)) return undefined;
    const vocabulary = readFileSync(vocabularyFile, 'utf8');
    uses.push(name);
    texts.push(vocabulary);
    const inner = parse(vocabulary, { file: vocabularyFile });
    errors += inner.diagnostics.filter(({ severity }) => severity === 'error').length;
    return inner.document?.kind === 'vocabulary' ? { vocabulary: inner.document } : undefined;
  };
  const { document, diagnostics } = parse(text, { file, resolveVocabulary });
  errors += diagnostics.filter(({ severity }) => severity === 'error').length;
  if (errors === 0 && document?.kind === 'rulebook') errors += check(compile(document), { only: 'errors' }).length;
  if (errors > 0 || document?.kind !== 'rulebook') {
    process.stderr.write(`${id}: ${errors} errors; see \`proviso check --rulebook ${id}\`\n`);
    return;
  }
  const shipped: ShippedRulebook = { build: BUILD_ID, digest: digestOf([...texts, text]), uses, rulebook: document };
  writeFileSync(join(folder, id, COMPILED_FILE), JSON.stringify(shipped));
  const stored = compile(document).prepare().stored();
  const ready: ShippedRulebook = { ...shipped, rulebook: withoutProse(document), stored };
  writeFileSync(join(folder, id, READY_FILE), JSON.stringify(ready));
}

const [from = '', to = ''] = process.argv.slice(2);
copyAll(from, to);
for (const id of knownIds([to])) readOne(to, id);
