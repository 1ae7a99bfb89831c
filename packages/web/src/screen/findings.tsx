import { useMemo } from 'react';
import { Glossary } from '../answer/glossary.ts';
import { useRulebook } from '../ask/use-rulebook.ts';
import { useWords, type Words } from '../i18n/words.tsx';
import type { Preflight } from './contract.ts';
import { shownReading } from './reading.ts';
import { AS_OF } from './zones.ts';

/** What was found in the file, before anything is written. */
export function Findings({ found, rulebook }: { readonly found: Preflight; readonly rulebook: string }) {
  const words = useWords();
  const { say } = words;
  const book = useRulebook(rulebook);
  const loaded = book.state === 'here' ? book.value : undefined;
  const glossary = useMemo(() => (loaded === undefined ? undefined : new Glossary(loaded, words)), [loaded, words]);
  const { preflight, map } = found;
  const bad = preflight.inspected.filter((one) => one.bad > 0);
  const facts = (paths: readonly string[]) =>
    paths.map((path) => glossary?.fact(path) ?? path).join(say('common.comma'));
  const lines: readonly (readonly [
    name: 'read' | 'rows' | 'mapped' | 'wanting' | 'presumed' | 'bad' | 'malformed' | 'contradictions' | 'amounts',
    text: string,
    care: boolean,
  ])[] = [
    ['read', readAs(preflight.detected, words), false],
    ['rows', say('screen.found.rows', { count: preflight.rows }), false],
    [
      'mapped',
      say('screen.found.mapped', { count: map.columns.length, unused: preflight.unmappedColumns.length }),
      false,
    ],
    ['wanting', preflight.wanting.length === 0 ? '' : facts(preflight.wanting), true],
    ['presumed', preflight.presumed.length === 0 ? '' : facts(preflight.presumed), false],
    [
      'bad',
      bad
        .map(({ fact, bad: count, firstBad }) =>
          say('screen.found.badFact', {
            fact: fact === AS_OF ? say('screen.asOf.own') : (glossary?.fact(fact) ?? fact),
            count,
            where: firstBad.map(({ line, cell }) => say('screen.cells.line', { line, cell })).join('; '),
          }),
        )
        .join(' '),
      true,
    ],
    ['malformed', preflight.malformed === 0 ? '' : say('screen.lines', { count: preflight.malformed }), true],
    [
      'contradictions',
      preflight.contradictions === 0 ? '' : say('screen.rows', { count: preflight.contradictions }),
      true,
    ],
    [
      'amounts',
      preflight.unreadAmounts === 0 ? '' : say('screen.found.unreadAmounts', { count: preflight.unreadAmounts }),
      true,
    ],
  ];
  return (
    <section aria-labelledby="found" className="found">
      <h2 id="found">{say('screen.found')}</h2>
      <dl className="said">
        {lines.map(
          ([name, text, care]) =>
            text !== '' && (
              <div key={name} data-line={name}>
                <dt className={care ? 'tone-care' : undefined}>{say(`screen.found.${name}.name`)}</dt>
                <dd>{text}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}

/** How the file was read: `UTF-8, delimiter: comma`. */
function readAs(detected: Preflight['preflight']['detected'], words: Words): string {
  const { say } = words;
  return (['encoding', 'delimiter', 'sheet'] as const)
    .flatMap((part) => {
      const shown = shownReading(part, detected[part], words);
      return shown === undefined ? [] : [say('common.pair', { left: say(`screen.reading.${part}`), right: shown })];
    })
    .join(say('common.comma'));
}
