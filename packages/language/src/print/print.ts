import { type DeclarationReference, isVocabulary, type Rulebook, type Section, type Vocabulary } from '@proviso/model';
import { printExample, printSituation } from './examples.ts';
import { printEvent, printInstrument, printProvision, printSource } from './law.ts';
import { commaList, texts } from './lines.ts';
import { printResidual, printRule } from './rules.ts';
import { type PrintScope, printScope } from './scope.ts';
import { printAssumption, printOpen, printReading, printTerm } from './terms.ts';
import { printEnumeration, printFact, printGroup, printList, printParameter, printParty } from './vocabulary.ts';

/** The comments of a document, line by line, each beginning with `//`. */
export interface Comments {
  /** What stands before a declaration, by `kind name`. */
  readonly before: ReadonlyMap<string, readonly string[]>;
  /** What stands at the end of a block, by the index of its section. */
  readonly atEnd: ReadonlyMap<number, readonly string[]>;
}

/** How to print a document. */
export interface PrintOptions {
  /** Comments to put back, which a model does not hold. */
  readonly comments?: Comments;
  /** The line break; a line feed by default. Prose keeps its own. */
  readonly lineBreak?: '\n' | '\r\n';
}

/**
 * A model as a document in canonical layout: the prose of its sections as it is, each followed by its declarations.
 * Reading what was printed gives the same model. Declarations that no section names stand in a block at the end.
 */
export function print(document: Rulebook | Vocabulary, options: PrintOptions = {}): string {
  const scope = printScope(document);
  const sections = [...document.sections, ...rest(document)];
  const { comments, lineBreak = '\n' } = options;
  let text = '';
  for (const [index, section] of sections.entries()) {
    const isLast = index === sections.length - 1;
    const ending = comments?.atEnd.get(index) ?? [];
    if (section.prose !== '') text += `${section.prose}${lineBreak}`;
    if (isLast && section.declarations.length === 0 && ending.length === 0) break;
    if (text !== '') text += lineBreak;
    const lines = blockLines(section.declarations, document, scope, comments);
    if (lines.length > 0 && ending.length > 0) lines.push('');
    const block = [...lines, ...ending].join('\n');
    const content = block === '' ? '' : `${block.replaceAll('\n', lineBreak)}${lineBreak}`;
    text += `\`\`\`proviso${lineBreak}${content}\`\`\`${lineBreak}`;
  }
  return text;
}

function blockLines(
  declarations: readonly DeclarationReference[],
  document: Rulebook | Vocabulary,
  scope: PrintScope,
  comments: Comments | undefined,
): string[] {
  const lines: string[] = [];
  let previous = '';
  for (const [index, reference] of declarations.entries()) {
    const before = declarations[index - 1];
    const own = declaration(reference, document, scope);
    const above = comments?.before.get(`${reference.kind} ${reference.name}`) ?? [];
    const close =
      before?.kind === reference.kind && above.length === 0 && !own.includes('\n') && !previous.includes('\n');
    if (before !== undefined && !close) lines.push('');
    lines.push(...above, own);
    if (reference.kind === 'group' && declarations[index + 1]?.kind === 'fact') lines.push('end');
    previous = own;
  }
  return lines;
}

function declaration(reference: DeclarationReference, document: Rulebook | Vocabulary, scope: PrintScope): string {
  const { kind, name } = reference;
  const law = isVocabulary(document) ? undefined : document;
  switch (kind) {
    case 'header':
      return header(document);
    case 'source':
      return printSource(named(law?.sources, reference));
    case 'instrument':
      return printInstrument(named(law?.instruments, reference));
    case 'provision':
      return printProvision(named(law?.provisions, reference));
    case 'event':
      return printEvent(named(law?.events, reference));
    case 'enumeration':
      return printEnumeration(named(document.enumerations, reference));
    case 'list':
      return printList(named(document.lists, reference));
    case 'parameter':
      return printParameter(named(document.parameters, reference));
    case 'fact':
      return printFact(named(document.facts, reference), scope);
    case 'group':
      return printGroup(named(document.groups, reference), scope);
    case 'party':
      return printParty(named(document.parties, reference));
    case 'term':
      return printTerm(named(document.terms, reference), scope);
    case 'assumption':
      return printAssumption(named(document.assumptions, reference), scope);
    case 'reading':
      return printReading(named(document.readings, reference), scope);
    case 'open':
      return printOpen(named(law?.opens, reference));
    case 'rule':
      return printRule(named(law?.rules, reference), scope);
    case 'residual':
      if (law?.residual === undefined) throw new RangeError(`section names a residual \`${name}\` that is not there`);
      return printResidual(law.residual);
    case 'situation':
      return printSituation(named(law?.situations, reference), scope);
    case 'example':
      return printExample(named(law?.examples, reference), scope);
  }
}

function named<T extends { readonly name: string }>(
  list: readonly T[] | undefined,
  reference: DeclarationReference,
): T {
  const found = list?.find(({ name }) => name === reference.name);
  if (found === undefined)
    throw new RangeError(`a section names ${reference.kind} \`${reference.name}\`, which the document does not have`);
  return found;
}

function header(document: Rulebook | Vocabulary): string {
  const title = texts('  title', document.title);
  if (isVocabulary(document)) return [`vocabulary ${document.id}`, title].join('\n');
  const uses = document.uses.length === 0 ? [] : [commaList('  uses', document.uses)];
  return [`rulebook ${document.id}`, title, `  zone ${document.zone.id}`, ...uses].join('\n');
}

/** Declarations that no section names, as a section of their own. */
function rest(document: Rulebook | Vocabulary): Section[] {
  const known = new Set(
    document.sections.flatMap(({ declarations }) => declarations.map(({ kind, name }) => `${kind} ${name}`)),
  );
  const missing = allReferences(document).filter(({ kind, name }) => !known.has(`${kind} ${name}`));
  return missing.length === 0 ? [] : [{ prose: '', declarations: missing }];
}

function allReferences(document: Rulebook | Vocabulary): DeclarationReference[] {
  const of = (kind: DeclarationReference['kind'], list: readonly { readonly name: string }[]): DeclarationReference[] =>
    list.map(({ name }) => ({ kind, name }));
  const law = isVocabulary(document) ? undefined : document;
  return [
    { kind: 'header', name: '' },
    ...of('source', law?.sources ?? []),
    ...of('instrument', law?.instruments ?? []),
    ...of('provision', law?.provisions ?? []),
    ...of('event', law?.events ?? []),
    ...of(
      'enumeration',
      document.enumerations.filter(({ inline }) => !inline),
    ),
    ...of('list', document.lists),
    ...of('parameter', document.parameters),
    ...of('fact', document.facts),
    ...of('group', document.groups),
    ...of('party', document.parties),
    ...of('term', document.terms),
    ...of('assumption', document.assumptions),
    ...of('reading', document.readings),
    ...of('open', law?.opens ?? []),
    ...of('rule', law?.rules ?? []),
    ...(law?.residual === undefined ? [] : [{ kind: 'residual', name: '' } as const]),
    ...of('situation', law?.situations ?? []),
    ...of('example', law?.examples ?? []),
  ];
}
