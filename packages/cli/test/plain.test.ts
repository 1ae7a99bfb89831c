import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/options/definition.ts';
import { parsePlain } from '../src/options/plain.ts';

const parse = (...argv: string[]) => parsePlain(COMMANDS.decide, argv);

describe('quick parsing of arguments', () => {
  it('takes options in both spellings, repeats, and operands', () => {
    const given = parse('--rulebook', 'us/wechat', '--reading=a=b', '--reading', 'c=d', '--json', 'x=1', '-');
    expect(given?.text('rulebook')).toBe('us/wechat');
    expect(given?.texts('reading')).toEqual(['a=b', 'c=d']);
    expect(given?.has('json')).toBe(true);
    expect(given?.operands).toEqual(['x=1', '-']);
  });

  it.each([
    ['help', ['--help']],
    ['an unknown option', ['--ruleboook', 'x']],
    ['an option without its value', ['--rulebook']],
    ['an option where a value should be', ['--rulebook', '--json']],
    ['a value for a switch', ['--json=yes']],
    ['an option given twice', ['--as-of', '2020-01-01', '--as-of', '2020-01-02']],
    ['a word that is no choice', ['--lang', 'fr']],
    ['a short option', ['-h']],
    ['the end of options', ['--', 'x=1']],
  ])('leaves %s to the full parser', (_, argv) => {
    expect(parse(...argv)).toBeUndefined();
  });
});
