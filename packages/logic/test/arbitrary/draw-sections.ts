import type { DeclarationKind, DeclarationReference, Rulebook, Section } from '@proviso/model';
import type { Choices } from './choices.ts';

const PROSE = [
  '# A heading\n\nA paragraph about the block below.',
  '## Paragraph 4\n\nTwo lines\nof prose.',
  '',
  '第4项说明。\n\n- one\n- two',
] as const;

/** Cuts the declarations, kinds in a random order, into one to four sections with prose; the header comes first. */
export function drawSections(choices: Choices, book: Rulebook): readonly Section[] {
  const references = choices.shuffled(kindsOf(book)).flat();
  const cuts = choices.between(1, 4);
  const size = Math.ceil(references.length / cuts);
  const sections = choices.times(Math.ceil(references.length / size), (n): Section => {
    const declarations = references.slice(n * size, (n + 1) * size);
    const header: readonly DeclarationReference[] = n === 0 ? [{ kind: 'header', name: '' }] : [];
    return { prose: choices.pick(PROSE), declarations: [...header, ...declarations] };
  });
  return choices.chance(20) ? [...sections, { prose: 'The end.', declarations: [] }] : sections;
}

/** The declarations by kind, each kind in the order of the model. Inline enumerations stand within their facts. */
function kindsOf(book: Rulebook): readonly (readonly DeclarationReference[])[] {
  const all = (kind: DeclarationKind, items: readonly { readonly name: string }[]) =>
    items.map(({ name }): DeclarationReference => ({ kind, name }));
  const named = all(
    'enumeration',
    book.enumerations.filter((it) => !it.inline),
  );
  const kinds = [
    all('source', book.sources),
    all('instrument', book.instruments),
    all('provision', book.provisions),
    all('event', book.events),
    // Named enumerations stand before inline ones, as in the model.
    [...named, ...all('fact', book.facts)],
    all('list', book.lists),
    all('parameter', book.parameters),
    all('group', book.groups),
    all('party', book.parties),
    all('term', book.terms),
    all('assumption', book.assumptions),
    all('reading', book.readings),
    all('open', book.opens),
    all('rule', book.rules),
    all('situation', book.situations),
    all('example', book.examples),
    book.residual === undefined ? [] : all('residual', [{ name: '' }]),
  ];
  return kinds.filter((kind) => kind.length > 0);
}
