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

  it('speaks Chinese: what is wrong in the language and in the meaning, and what would be right', () => {
    const folder = place.copyToy('broken');
    const file = `${folder}/toy/harbour/rulebook.md`;
    const sound = readFileSync(file, 'utf8');
    writeFileSync(file, sound.replace('means who.share < 10', 'means who.shar < 10'));
    const flow = (text: string) => text.replace(/\n {2}(?=[\u3400-\u9fff`])/g, '');
    const broken = place.run(['check', '--lang', 'zh', file]);
    expect(broken.code).toBe(1);
    expect(flow(broken.out)).toContain('错误 PV2002 未知的名称：没有名为 `who.shar` 的事实');
    expect(broken.out).toContain('\n  您是否想写 `who.share`？\n');
    expect(broken.out).not.toContain('there is no');
    const report = JSON.parse(place.run(['check', '--lang', 'zh', '--json', file]).out);
    expect(report.findings).toContainEqual(
      expect.objectContaining({
        message: 'there is no fact `who.shar`',
        zh: { message: '没有名为 `who.shar` 的事实', hint: '您是否想写 `who.share`？' },
      }),
    );
    for (const command of [
      ['format', file],
      ['decide', '--rulebook', file],
    ]) {
      const { err } = place.run([...command, '--lang', 'zh']);
      expect(flow(err)).toContain('没有名为 `who.shar` 的事实');
      expect(err).not.toContain('there is no');
    }
    const assumed = 'assume one licence_covers\nassume two not licence_covers';
    writeFileSync(file, sound.replace(/```\s*$/, `${assumed}\n\`\`\`\n`));
    const meaning = place.run(['check', '--lang', 'zh', file]);
    expect(flow(meaning.out)).toContain('PV6008 假设互相矛盾：没有任何交易能同时满足这些假设');
  });
});
