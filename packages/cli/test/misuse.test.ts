import { beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/options/definition.ts';
import { ensureBuilt } from './helpers/build.ts';
import { Workplace } from './helpers/proviso.ts';

const place = new Workplace();
beforeAll(ensureBuilt);

describe('wrong use', () => {
  it.each([
    ['an unknown option', ['decide', '--rulebok', 'x'], 'there is no option `--rulebok`. Did you mean `--rulebook`?'],
    ['an unknown command', ['decid'], 'there is no command `decid`. Did you mean `decide`?'],
    ['an option without its value', ['decide', '--rulebook'], 'option `--rulebook` needs a value.'],
    [
      'an option given twice',
      ['decide', '--as-of', '2020-01-01', '--as-of', '2020-01-02'],
      'option `--as-of` is given twice.',
    ],
    ['a word that is no choice', ['decide', '--lang', 'fr'], '`fr` is not allowed for `--lang`; it is one of en, zh.'],
    ['words that a command does not take', ['timeline', 'x'], '`timeline` takes no further words.'],
    ['no rulebook', ['decide', 'x=1'], 'no rulebook is named.'],
    [
      'a reading without an alternative',
      ['decide', '--rulebook', 'toy/harbour', '--reading', 'x'],
      'does not name a reading',
    ],
    ['nothing to format', ['format'], 'Name the rulebook files to format.'],
  ])('%s: exit code 2', (_, args, message) => {
    const { code, out, err } = place.run(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  it('is told in Chinese too', () => {
    const { code, err } = place.run(['decide', '--rulebok', 'x', '--lang', 'zh']);
    expect([code, err]).toEqual([
      2,
      '错误: 没有选项 `--rulebok`。您是否想写 `--rulebook`？\n  请参阅 `proviso decide --help`。\n',
    ]);
  });

  it('is told to a machine as JSON on standard error', () => {
    const { code, out, err } = place.run(['decide', '--json', '--rulebook', 'toy/harbour', 'carg=oil']);
    expect([code, out]).toEqual([1, '']);
    expect(JSON.parse(err).error).toMatchObject({
      code: 'unknown_fact',
      where: 'command line',
      hint: 'Did you mean cargo?',
    });
  });

  it('no command at all: the help, exit code 2', () => {
    const { code, err } = place.run([]);
    expect(code).toBe(2);
    expect(err).toContain('Usage: proviso');
  });
});

describe('help', () => {
  it.each(Object.keys(COMMANDS))('%s --help shows its options and examples, in both languages', (command) => {
    const { code, out } = place.run([command, '--help']);
    expect(code).toBe(0);
    expect(out).toContain(`Usage: proviso ${command}`);
    expect(out).toMatch(new RegExp(`Examples:\\n {2}proviso ${command}`));
    const chinese = place.run([command, '--help'], { env: { LANG: 'zh_CN.UTF-8' } });
    expect(chinese.code).toBe(0);
    expect(chinese.out).toContain('用法：');
    expect(chinese.out).toMatch(new RegExp(`示例：\\n {2}proviso ${command}`));
    expect(chinese.out).not.toMatch(/Usage|Options:|display help/);
  });

  it('proviso --help lists the commands, proviso --version the version', () => {
    const { out } = place.run(['--help']);
    for (const command of Object.keys(COMMANDS)) expect(out).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'));
    expect(place.run(['--version']).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
