import { AbstractParserErrorMessageProvider } from 'langium';
import type { TokenType } from '../lexer/token-builder.ts';
import { RESERVED } from '../lexer/words.ts';

const LABELS: Readonly<Record<string, string>> = {
  NAME: 'a name',
  ID: 'a name',
  STRING: 'a text in double quotes',
  TAG: 'a language and a text, such as `en "..."`',
  DATE: 'a date such as 2020-09-20',
  INSTANT: 'an instant such as 2020-09-20T23:59-04:00',
  NUMBER: 'a number',
  MONTHDAY: 'a month and a day such as 03-01',
};

/** What separates what was wrong from what would be right in the messages of the parser. */
export const SEPARATOR = '\u0000';

/** Says in the words of the language what the parser expected; message and hint are separated by {@link SEPARATOR}. */
export class ErrorMessages extends AbstractParserErrorMessageProvider {
  override buildMismatchTokenMessage(
    options: Parameters<AbstractParserErrorMessageProvider['buildMismatchTokenMessage']>[0],
  ): string {
    return compose(options.actual.image, [options.expected]);
  }

  override buildNoViableAltMessage(
    options: Parameters<AbstractParserErrorMessageProvider['buildNoViableAltMessage']>[0],
  ): string {
    const first = options.expectedPathsPerAlt.flatMap((paths) => paths.map((path) => path[0]));
    return compose(
      options.actual[0]?.image ?? '',
      first.filter((type) => type !== undefined),
    );
  }

  override buildEarlyExitMessage(
    options: Parameters<AbstractParserErrorMessageProvider['buildEarlyExitMessage']>[0],
  ): string {
    const first = options.expectedIterationPaths.map((path) => path[0]);
    return compose(
      options.actual[0]?.image ?? '',
      first.filter((type) => type !== undefined),
    );
  }
}

function compose(found: string, expected: readonly TokenType[]): string {
  const labels = [...new Set(expected.map(({ name }) => LABELS[name] ?? `\`${name}\``))];
  const wanted = labels.length <= 8 ? either(labels) : `${labels.slice(0, 8).join(', ')} or the like`;
  const wrong = found === '' ? 'the declaration ends too soon' : `\`${found}\` cannot stand here`;
  const wantsName = expected.some(({ name }) => name === 'NAME' || name === 'ID');
  if (wantsName && RESERVED.has(found))
    return `\`${found}\` is reserved and cannot be a name${SEPARATOR}use another name`;
  return `${wrong}${SEPARATOR}expected ${wanted}`;
}

function either(labels: readonly string[]): string {
  const last = labels.at(-1) ?? '';
  return labels.length < 2 ? last : `${labels.slice(0, -1).join(', ')} or ${last}`;
}
