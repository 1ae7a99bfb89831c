import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toldInChinese } from '../../src/screen/trouble/chinese.ts';

const source = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

/** What may stop the screening of a file that was sent in: neither what is written elsewhere nor databases. */
const CODES = [...source('screen/src/errors.ts').matchAll(/^ {2}\| '(\w+)'/gm)]
  .map(([, code = '']) => code)
  .filter((code) => !/^(?:output|database|cannot)_/.test(code));
const OWN = [...source('service/src/screenings/failures.ts').matchAll(/code: '(\w+)'/g)].map(([, code = '']) => code);
const PROBLEMS = [
  ...(/type MapProblem =([^;]+);/.exec(source('screen/src/mapping/map-faults.ts'))?.[1] ?? '').matchAll(/'(\w+)'/g),
].map(([, problem = '']) => problem);

const VALUES: Readonly<Record<string, string>> = {
  column: '甲',
  columns: '甲、乙',
  fact: '丙',
  near: '丁',
  sheet: '戊',
  sheets: '己',
  value: '庚',
  word: '辛',
  member: '壬',
  other: '癸',
  rulebook: '子',
};

function sentence(code: string, values: Readonly<Record<string, string>>): string {
  const told = toldInChinese(code, values, '');
  return told === undefined ? '' : `${told.what}${told.next ?? ''}`;
}

describe('what stops a screening', () => {
  it('is known', () => {
    expect(CODES.length).toBeGreaterThan(20);
    expect(OWN.length).toBeGreaterThan(2);
    expect(PROBLEMS.length).toBeGreaterThan(8);
  });

  it.each([...CODES, ...OWN])('%s is told in Chinese, with and without particulars', (code) => {
    for (const values of [{}, VALUES]) {
      const said = sentence(code, values);
      expect(said).toMatch(/^[\u4e00-\u9fff“].*。/u);
      expect(said.replaceAll(/UTF-8|GB18030|Excel|CSV|JSON|\.[a-z]+/g, '')).not.toMatch(/[A-Za-z]{3,}|undefined|“”/);
    }
  });

  it.each(PROBLEMS)('a map with %s is told in Chinese', (problem) => {
    const said = sentence('wrong_map', { ...VALUES, problem });
    expect(said).not.toContain('内容不合格式');
    expect(said.replaceAll(/JSON/g, '')).not.toMatch(/[A-Za-z]{3,}|undefined|“”/);
  });

  it('is left to the service where it is not known', () => {
    expect(toldInChinese('something_new', {}, '')).toBeUndefined();
    expect(toldInChinese('toString', {}, '')).toBeUndefined();
  });
});
