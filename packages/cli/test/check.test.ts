import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from './helpers/build.ts';
import { Workplace } from './helpers/proviso.ts';

const place = new Workplace();
beforeAll(ensureBuilt);

describe('proviso check', () => {
  it('says that a sound rulebook is sound', () => {
    const { code, out } = place.run(['check', '--rulebook', 'toy/harbour']);
    expect(code).toBe(0);
    expect(out).toMatch(/1 file checked: 0 errors, \d+ warnings?\n$/);
  });

  it('shows each error with its place, its code, the line and what to do; as JSON too', () => {
    const folder = place.copyToy('broken');
    const file = `${folder}/toy/harbour/rulebook.md`;
    const text = readFileSync(file, 'utf8').replace('means who.share < 10', 'means who.shar < 10');
    writeFileSync(file, text);
    const line = text.slice(0, text.indexOf('who.shar <')).split('\n').length;
    const { code, out } = place.run(['check', file]);
    expect(code).toBe(1);
    expect(out.replace(/\n {2}(?! )/g, ' ')).toMatch(new RegExp(`rulebook\\.md:${line}:\\d+: error PV\\d{4}: `));
    expect(out).toContain(`  ${line} |   means who.shar < 10`);
    expect(out).toMatch(/\| +\^+\n/);
    expect(out).toMatch(/1 error, \d+ warnings?\n$/);
    const report = JSON.parse(place.run(['check', '--json', file]).out);
    expect(report).toMatchObject({ files: [file], errors: 1 });
    expect(report.findings).toContainEqual(
      expect.objectContaining({ file, line, severity: 'error', code: expect.stringMatching(/^PV\d{4}$/) }),
    );
  });
});
