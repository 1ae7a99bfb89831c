import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from './helpers/build.ts';
import { Workplace } from './helpers/proviso.ts';

const place = new Workplace();
const AT = ['--rulebook', 'toy/harbour', '--as-of', '2020-02-15'];
const OIL = ['cargo=oil', 'weight=8', 'owner.share=40'];

beforeAll(ensureBuilt);

/** The answer as JSON, from a run that must have given one. */
function answer(...args: string[]) {
  const { code, out, err } = place.run(['decide', '--json', ...args]);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out);
}

describe('proviso decide', () => {
  it('gives the answer as JSON and nothing else', () => {
    const given = answer(...AT, '--known-on', '2020-02-15', ...OIL, 'loaded=yes');
    expect(given).toMatchObject({
      verdict: 'prohibited',
      mayProceed: 'no',
      rulebook: { id: 'toy/harbour' },
      asOf: '2020-02-15T23:59:59-05:00',
      presumed: { licence_covers: false },
    });
    expect(given.rulebook.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('takes facts from a file, from standard input, and one by one', () => {
    const facts = '{"cargo": "oil", "weight": 8, "owner": {"share": 40}}';
    place.write('facts.json', facts);
    expect(answer(...AT, 'facts.json', 'loaded=true').verdict).toBe('prohibited');
    expect(answer(...AT, '--facts', 'facts.json', 'loaded=true').verdict).toBe('prohibited');
    const { out } = place.run(['decide', '--json', ...AT, '-', 'loaded=true'], { input: facts });
    expect(JSON.parse(out).verdict).toBe('prohibited');
  });

  it('reads ? as "don\'t know", which drops a presumption', () => {
    const given = answer(...AT, ...OIL, 'loaded=yes', 'licence_covers=?');
    expect(given.verdict).toBe('undetermined');
    expect(given.presumed).toEqual({});
  });

  it('supposes readings', () => {
    const under = (alternative: string) => answer(...AT, ...OIL, 'loaded=no', '--reading', `carrying=${alternative}`);
    expect(under('on_board').verdict).toBe('not_restricted');
    expect(under('contracted').verdict).toBe('prohibited');
  });

  it('takes sets as lists or as JSON', () => {
    expect(answer(...AT, 'cargo=timber', 'marks=a, b').verdict).toBe('not_restricted');
    expect(answer(...AT, 'cargo=timber', 'marks=["a,b"]').verdict).toBe('not_restricted');
  });

  it('writes the verdict first, then why and what is missing, for a person', () => {
    const { code, out } = place.run(['decide', ...AT, '--known-on', '2020-02-15', ...OIL, 'loaded=no']);
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, ' ')).toContain(
      'Undetermined. What is given does not settle whether this transaction may go ahead under Harbour rules (toy/harbour) ' +
        'as of 15 February 2020, on what was known on 15 February 2020. It could be prohibited or not restricted.',
    );
    for (const heading of ['Why', 'Under each reading', 'What is missing', 'Presumed, because not stated'])
      expect(out).toContain(`\n${heading}\n`);
    expect(out).toContain('When is oil carried?');
    expect(out).toContain('argued by port police');
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('says what holds a rule back, and since when', () => {
    const { out } = place.run(['decide', '--rulebook', 'toy/harbour', '--as-of', '2020-03-02', ...OIL, 'loaded=yes']);
    const text = out.replace(/\s+/g, ' ');
    expect(text).toMatch(/^Not restricted\. This transaction may go ahead/);
    expect(text).toContain('H-1 is enjoined since 12:00 on 1 March 2020 (UTC-05:00) (Injunction).');
    expect(text).toContain('No oil [no_oil]: would prohibit; enjoined since');
  });

  it('speaks Chinese when asked, or when the locale is Chinese', () => {
    const asked = place.run(['decide', '--lang', 'zh', ...AT, ...OIL, 'loaded=yes']);
    expect(asked.out.replace(/\n\s*/g, '')).toContain(
      '禁止。依据港口规则（toy/harbour），以2020年2月15日为准，依据全部已知情况，该交易不得进行。',
    );
    const { out } = place.run(['decide', ...AT, ...OIL, 'loaded=yes'], { env: { LANG: 'zh_CN.UTF-8' } });
    expect(out).toBe(asked.out);
  });

  it('breaks Chinese lines where Chinese lines may end', () => {
    for (const columns of ['40', '41', '42', '43', '44']) {
      const { out } = place.run(['decide', '--lang', 'zh', ...AT, ...OIL], { env: { COLUMNS: columns } });
      for (const line of out.split('\n')) expect(line).not.toMatch(/^\s*[，。、；：”）]|[（“]$/);
    }
  });

  it('fits the width it is given and colours only when it may', () => {
    const args = ['decide', ...AT, ...OIL, 'loaded=yes'];
    const narrow = place.run(args, { env: { COLUMNS: '50' } }).out;
    expect(Math.max(...narrow.split('\n').map((line) => line.length))).toBeLessThanOrEqual(50);
    expect(narrow).not.toContain('\u001b[');
    expect(place.run(args, { env: { FORCE_COLOR: '1' } }).out).toContain('\u001b[');
    expect(place.run(args, { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).out).not.toContain('\u001b[');
    expect(place.run([...args, '--no-color'], { env: { FORCE_COLOR: '1' } }).out).not.toContain('\u001b[');
  });
});
