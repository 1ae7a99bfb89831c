import { allDeclarations, enumerationsByName, factsByPath, textIn } from '@proviso/model';
import { Type } from 'typebox';
import type { ShelvedRulebook } from '../rulebooks/shelf.ts';
import { closed, Lang, questionMembers } from '../schemas/common.ts';
import { languageIn, tool } from './contract.ts';

/** Characters of a document given at once. */
const PAGE = 20_000;

/** `read_rulebook`: which rulebooks there are, what one may be asked and told, and its text. */
export const readRulebook = tool({
  name: 'read_rulebook',
  title: 'Read a rulebook',
  description:
    'Without `rulebook`: the rulebooks that are here. With it: its facts with their types, readings and provisions; with `part: "text"` the document itself, by pages.',
  input: closed(
    {
      rulebook: Type.Optional(questionMembers.rulebook),
      part: Type.Optional(Type.Enum(['summary', 'text'])),
      offset: Type.Optional(
        Type.Integer({ minimum: 0, description: 'Of a page of the text: `next` of the page before.' }),
      ),
      lang: Type.Optional(Lang),
    },
    { examples: [{ rulebook: 'us/wechat' }] },
  ),
  run: ({ rulebook: id, part, offset, lang }, { questions, shelf }) => {
    const language = languageIn(lang);
    if (id === undefined) {
      const rulebooks = shelf.all.map(({ id: name, digest, program }) => ({
        id: name,
        digest,
        title: textIn(program.rulebook.title, language),
      }));
      return { data: { rulebooks }, text: rulebooks.map(({ id: name, title }) => `${name}: ${title}`).join('\n') };
    }
    const rulebook = questions.rulebook(id);
    if (part === 'text') return pageOf(rulebook, offset ?? 0);
    const data = summary(rulebook, language);
    const text = `${data.title} (${id}): ${data.facts.length} facts, ${data.readings.length} readings, ${data.provisions.length} provisions.\nFacts: ${data.facts.map(({ fact }) => fact).join(', ')}`;
    return { data, text };
  },
});

function pageOf({ id, digest, documents }: ShelvedRulebook, offset: number) {
  const text = documents.at(-1)?.text ?? '';
  const end = Math.min(text.length, offset + PAGE);
  const data = { id, digest, offset, text: text.slice(offset, end), next: end < text.length ? end : null };
  return { data, text: data.text };
}

function summary({ id, digest, program }: ShelvedRulebook, language: 'en' | 'zh') {
  const { rulebook } = program;
  const declarations = allDeclarations(rulebook);
  const enumerations = enumerationsByName(declarations);
  return {
    id,
    digest,
    title: textIn(rulebook.title, language),
    facts: [...factsByPath(declarations)].map(([fact, { type, label, question }]) => {
      const values = type.kind === 'enumeration' ? enumerations.get(type.enumeration)?.values : undefined;
      return {
        fact,
        label: textIn(label, language),
        question: textIn(question, language),
        type,
        ...(values === undefined
          ? {}
          : { values: values.map(({ name, label: text }) => ({ name, label: textIn(text, language) })) }),
      };
    }),
    readings: declarations.readings.map(({ name, question, alternatives }) => ({
      reading: name,
      question: textIn(question, language),
      alternatives: alternatives.map((one) => ({ name: one.name, label: textIn(one.label, language) })),
    })),
    provisions: rulebook.provisions.map(({ name, instrument, pinpoint }) => ({
      provision: name,
      instrument,
      pinpoint: textIn(pinpoint, language),
    })),
  };
}
