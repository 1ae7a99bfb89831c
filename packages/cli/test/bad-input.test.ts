import { closeSync, ftruncateSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from './helpers/build.ts';
import { Workplace } from './helpers/proviso.ts';

const place = new Workplace();
const AT = ['--rulebook', 'toy/harbour', '--as-of', '2020-02-15'];

beforeAll(ensureBuilt);

/** The one message of a run that must have failed on its input, in English and in Chinese. */
function refusal(args: readonly string[], input = ''): string {
  const run = place.run(args, { input });
  expect(run).toMatchObject({ code: 1, out: '' });
  expect(run.err.match(/\berror\b: /g)).toHaveLength(1);
  expect(run.err).not.toMatch(/\n\s+at |node:internal|\.ts:|\.cjs/);
  const chinese = place.run([...args, '--lang', 'zh'], { input });
  expect(chinese).toMatchObject({ code: 1, out: '' });
  expect(chinese.err).toMatch(/错误: .*\p{Script=Han}/u);
  // Names have no spaces; English words side by side are a sentence, but for commands to type and lines of the rulebook.
  expect(chinese.err.replace(/`[^`]*`|^ *\d* \|.*$/gm, '')).not.toMatch(/[a-z]{2,} [a-z]{2,}/);
  return run.err;
}

const decide = (...args: string[]) => refusal(['decide', ...AT, ...args]);
const facts = (text: string) => refusal(['decide', ...AT, '-'], text);

describe('bad facts', () => {
  it('an unknown fact: names the nearest', () => {
    expect(decide('carg=oil')).toMatch(
      /^command line: error: there is no fact carg in toy\/harbour\.\n {2}Did you mean cargo\?/,
    );
    place.write('unknown.json', '{\n  "cargo": "oil",\n  "wieght": 8\n}');
    expect(decide('unknown.json')).toMatch(/^unknown\.json:3:3: error: there is no fact wieght/);
  });

  it('a value outside its enumeration: names the values', () => {
    expect(decide('cargo=oill')).toMatch(
      /cargo: "oill" is not allowed here\.\n {2}Expected: one of timber, oil, other \(did you mean oil\?\)\./,
    );
  });

  it.each([
    ['loaded=perhaps', 'Expected: true or false'],
    ['weight=heavy', 'Expected: a decimal number, at least 0'],
    ['weight=-1', 'at least 0'],
    ['owner.share=101', 'from 0 to 100'],
    ['flag=Panama', 'ISO 3166-1'],
  ])('a value of the wrong type: %s', (fact, expected) => {
    expect(decide(fact)).toContain(expected);
  });

  it('a number where a text is due, in a file', () => {
    expect(facts('{"cargo": 3}')).toMatch(/^standard input:1:2: error: cargo: 3 is not allowed here/);
  });

  it('an impossible date', () => {
    expect(decide('sailed_on=2020-02-30')).toContain('there is no day 2020-02-30');
  });

  it('an instant without its zone', () => {
    expect(decide('sighted_at=2020-02-03T10:00')).toContain('2020-02-03T10:00 has no time zone');
  });

  it('two values for one fact: in one file, in two places, on the command line', () => {
    expect(facts('{"cargo": "oil",\n "weight": 1,\n "cargo": "timber"}')).toMatch(
      /^standard input:3:2: error: fact `cargo` has a second value here; its first is at standard input:1:2\./,
    );
    place.write('one.json', '{"cargo": "oil"}');
    expect(decide('one.json', 'cargo=oil')).toContain('its first is at one.json:1:2.');
    expect(decide('loaded=yes', 'loaded=no')).toContain('fact `loaded` has a second value here');
    expect(facts('{"owner": {"share": 1}, "owner.share": 1}')).toContain('fact `owner.share` has a second value');
  });

  it('malformed JSON: names line and column', () => {
    expect(facts('{\n  "cargo": "oil"\n  "weight": 8\n}')).toMatch(
      /^standard input:3:3: error: a comma is expected here\./,
    );
    expect(facts('cargo: oil')).toMatch(/^standard input:1:1: error: this is not JSON\./);
    expect(facts('[]')).toContain('facts are a JSON object, but this is array');
  });

  it('digits that a JSON number would lose', () => {
    expect(facts('{"weight": 0.12345678901234567890}')).toContain('more digits than a JSON number holds exactly');
  });

  it('an empty file', () => {
    place.write('empty.json', '');
    expect(decide('empty.json')).toMatch(/^error: `empty\.json` is empty\./);
    expect(facts('  \n')).toContain('`standard input` is empty.');
  });

  it('a file that is not there, a folder, and bytes that are no text', () => {
    expect(decide('nowhere.json')).toContain('there is no file `nowhere.json`');
    place.write('folder/inside.json', '{}');
    expect(decide('folder')).toContain('`folder` is a folder');
    place.write('bytes.json', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]));
    expect(decide('bytes.json')).toContain('is not text in UTF-8');
  });

  it('50 MB of junk: refused by its size, unread', () => {
    const descriptor = openSync(place.path('junk.json'), 'w');
    ftruncateSync(descriptor, 50 << 20);
    closeSync(descriptor);
    const before = Date.now();
    expect(decide('junk.json')).toMatch(/^error: `junk\.json` has 50 MiB; at most 1 MiB are read here\./);
    expect(Date.now() - before).toBeLessThan(5000);
    expect(facts('x'.repeat(3 << 20))).toContain('at most 1 MiB are read here');
  });

  it('facts that cannot be true together are told with the place', () => {
    expect(decide('=oil')).toContain('is neither a fact nor a file');
  });
});

describe('bad questions', () => {
  it('an unknown rulebook: names the nearest and all that are known', () => {
    const message = refusal(['decide', '--rulebook', 'toy/harbor']);
    expect(message).toContain('there is no rulebook `toy/harbor`.');
    expect(message).toContain('Did you mean `toy/harbour`? Known rulebooks: ');
  });

  it('a rulebook file that is not there, and a vocabulary', () => {
    expect(refusal(['decide', '--rulebook', 'no.md'])).toContain('there is no file `no.md`');
  });

  it('an unknown reading and an unknown alternative', () => {
    expect(decide('--reading', 'carying=on_board')).toMatch(
      /^--reading: error: there is no reading carying.*\n {2}Did you mean carrying\?/,
    );
    expect(decide('--reading', 'carrying=loose')).toContain('Expected: one of on_board, contracted.');
  });

  it.each([
    ['2020-02-30', 'there is no day 2020-02-30'],
    ['2020-02-03T10:00', 'has no time zone'],
    ['yesterday', 'is no date'],
  ])('a wrong --as-of: %s', (date, problem) => {
    const message = refusal(['decide', '--rulebook', 'toy/harbour', '--as-of', date]);
    expect(message).toMatch(/^--as-of: error: /);
    expect(message).toContain(problem);
  });
});

describe('bad rulebooks', () => {
  /** A copy of the toy rulebook with one text replaced; gives the path and the line of the change. */
  function spoilt(name: string, from: string, to: string): { file: string; line: number } {
    const file = `${place.copyToy(name)}/toy/harbour/rulebook.md`;
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(from);
    const line = text.slice(0, text.indexOf(from)).split('\n').length;
    writeFileSync(file, text.replace(from, to));
    return { file, line };
  }

  it('a syntax error in the third block: the place in the Markdown file', () => {
    const { file, line } = spoilt('syntax', 'fact sailed_on date label', 'fact sailed_on dat label');
    const message = refusal(['decide', '--rulebook', file, '--as-of', '2020-02-15']);
    expect(message).toContain(`${file}:${line}:`);
    expect(message).toContain(`${line} | fact sailed_on dat label`);
    expect(message).toContain('Nothing was decided.');
  });

  it.each([
    [
      'terms',
      'means who.share < 10',
      'means who.share < 10 and wide\nterm wide per H-2 means narrow\nterm narrow per H-2 means wide',
    ],
    [
      'lifts',
      '  lifts no_oil\n  when small_owner(owner)',
      '  lifts no_oil, other\n  when small_owner(owner)\nexemption other per H-2 lifts small',
    ],
  ])('cyclic %s', (what, from, to) => {
    const { file } = spoilt(`cyclic-${what}`, from, to);
    const run = place.run(['decide', '--rulebook', file]);
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.err).toContain(file);
  });

  it('two rules that clash: found by check', () => {
    const { file } = spoilt('clash', '  lifts no_oil\n', '');
    const { code, out } = place.run(['check', file]);
    expect(code).toBe(1);
    expect(out).toContain(`${file}:`);
    expect(out).toMatch(/no_oil/);
  });

  it('two rules that clash: nothing is decided, and the clash is shown', () => {
    const { file } = spoilt('clash-decided', '  lifts no_oil\n', '');
    const message = refusal(['decide', '--rulebook', file, '--as-of', '2020-02-15']);
    expect(message).toContain(`${file}:`);
    expect(message).toMatch(/PV6001: .*no_oil/s);
    expect(message).toContain('Nothing was decided.');
  });
});

describe('after all that', () => {
  it('nothing was written beside the input', () => {
    expect(readdirSync(place.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
