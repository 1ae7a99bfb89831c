import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from './helpers/build.ts';
import { TOY_RULEBOOKS, Workplace } from './helpers/proviso.ts';

const place = new Workplace();
beforeAll(ensureBuilt);

/** A case that holds under the toy rulebook, changed. */
function caseLine(change: object): string {
  const sound = {
    id: 'C-1',
    rulebook: 'toy/harbour',
    as_of: '2020-02-15',
    facts: { cargo: 'oil', weight: 8, 'owner.share': 40, loaded: true },
    verdict: 'prohibited',
    provisions: ['H-1', 'H-9'],
  };
  return JSON.stringify({ ...sound, ...change });
}

describe('proviso test', () => {
  it('runs the examples of a rulebook and the cases beside it', () => {
    const { code, out } = place.run(['test', '--rulebook', 'toy/harbour']);
    expect([out, code]).toEqual(['5 passed, 0 failed\n', 0]);
  });

  it('runs a file of cases, each under the rulebook it names', () => {
    const { code, out } = place.run(['test', '--cases', `${TOY_RULEBOOKS}/toy/harbour/cases.jsonl`]);
    expect([out, code]).toEqual(['2 passed, 0 failed\n', 0]);
  });

  it.each([
    ['verdict', { verdict: 'exempt' }, 'verdict: wanted exempt, got prohibited'],
    ['possible', { possible: ['prohibited', 'exempt'] }, 'possible: wanted prohibited, exempt, got prohibited'],
    ['held back', { held_back: 'enjoined' }, 'held back: wanted enjoined, got nothing'],
    ['enforced', { enforced: false }, 'enforced: wanted false, got true'],
    ['needs', { needs: ['weight'] }, 'needs: wanted weight, got nothing'],
    ['cites', { provisions: ['H-9'] }, 'cites: wanted H-9, got '],
    ['a fact that does not exist', { facts: { carg: 'oil' } }, 'no answer: there is no fact carg in toy/harbour'],
  ])('tells a failure: %s', (_, change, line) => {
    place.write('one.jsonl', `${caseLine({ ...change, why: 'Because.' })}\n`);
    const { code, out } = place.run(['test', '--cases', 'one.jsonl']);
    expect(code).toBe(1);
    expect(out).toContain('FAILED C-1 (one.jsonl:1)');
    expect(out).toContain(line);
    expect(out).toContain('reason given by the case: Because.');
    expect(out).toMatch(/\n0 passed, 1 failed\n$/);
  });

  it.each([
    ['no JSON', '{"id": ', 'bad.jsonl:2:8: error: this line is no JSON: a value is expected here.'],
    ['a name given twice', '{"id": "a", "id": "b"}', 'bad.jsonl:2:13: error: this line is no JSON: fact `id`'],
    ['a member too many', caseLine({ verdit: 'x' }), 'a case has no member `verdit`; did you mean `verdict`?'],
    ['a member missing', '{"id": "a"}', 'the case has no `rulebook`'],
    ['a wrong verdict', caseLine({ verdict: 'forbidden' }), '`verdict` is not prohibited | restricted'],
    ['a rulebook that does not exist', caseLine({ id: 'x', rulebook: 'toy/none' }), 'there is no rulebook `toy/none`'],
    ['an id used twice', caseLine({}), 'id `C-1` is already used on line 1'],
  ])('names file and line of a wrong case: %s', (_, line, message) => {
    place.write('bad.jsonl', `${caseLine({})}\n${line}\n`);
    const { code, out } = place.run(['test', '--cases', 'bad.jsonl']);
    expect(code).toBe(1);
    expect(out.replace(/\n\s*/g, ' ')).toContain(message);
    expect(out).toContain('bad.jsonl:2');
    expect(out).toMatch(/\n1 passed, 1 failed\n$/);
  });

  it('names the line of an example that fails, and gives JSON', () => {
    const folder = place.copyToy('changed');
    const file = `${folder}/toy/harbour/rulebook.md`;
    writeFileSync(file, readFileSync(file, 'utf8').replace('expect prohibited cites', 'expect exempt cites'));
    appendFileSync(`${folder}/toy/harbour/cases.jsonl`, caseLine({ id: 'T-3' }));
    const run = place.run(['test', '--rulebook', 'toy/harbour', '--rulebooks', folder, '--json']);
    expect(run.code).toBe(1);
    const report = JSON.parse(run.out);
    expect(report).toMatchObject({ passed: 5, failed: 1 });
    const [failure] = report.results.filter((result: { passed: boolean }) => !result.passed);
    const line =
      readFileSync(file, 'utf8')
        .split('\n')
        .findIndex((text) => text.includes('oil on board is kept out')) + 1;
    expect(failure).toMatchObject({
      name: 'oil on board is kept out',
      place: expect.stringMatching(new RegExp(`rulebook\\.md:${line}$`)),
      mismatches: [{ field: 'verdict', wanted: 'exempt', got: 'prohibited' }],
    });
  });

  it('speaks Chinese', () => {
    expect(place.run(['test', '--rulebook', 'toy/harbour', '--lang', 'zh']).out).toBe(
      '5 项通过，0 项未通过\n5 passed, 0 failed\n',
    );
    place.write('zh.jsonl', `${caseLine({ verdict: 'exempt' })}\n${caseLine({ id: 5 })}\n`);
    const { out } = place.run(['test', '--cases', 'zh.jsonl', '--lang', 'zh']);
    expect(out).toContain('结论：预期 exempt，实际 prohibited');
    expect(out).toContain('`id` 应为文本。');
    expect(out).toMatch(/\n0 passed, 2 failed\n$/);
  });
});
