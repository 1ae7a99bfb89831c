import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { Shelf, shelve } from '@proviso/service';
import { describe, expect, test } from 'vitest';
import { HOSTING, post, send, temporaryFolder, testService } from './helpers.ts';

const TRANSIT = {
  rulebook: 'us/wechat',
  asOf: '2020-09-21',
  knownOn: '2020-09-18',
  facts: {
    application: 'wechat',
    activity: 'internet_transit_or_peering',
    transit_arrangement: 'incidental_carriage',
    us_jurisdiction: true,
    territory: 'US',
  },
};

/** The text of a PDF, without spaces: read by `pdftotext` where it is there, else from its maps of glyphs to characters. */
function textOf(pdf: Buffer): { readonly text: string; readonly whole: boolean } {
  const file = join(temporaryFolder(), 'memo.pdf');
  writeFileSync(file, pdf);
  const { status, stdout } = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  if (status === 0) return { text: stdout.replace(/\s+/g, ''), whole: true };
  let characters = '';
  for (let at = pdf.indexOf('stream\n'); at !== -1; at = pdf.indexOf('stream\n', at + 7)) {
    let stream: string;
    try {
      stream = inflateSync(pdf.subarray(at + 7)).toString('latin1');
    } catch {
      continue;
    }
    for (const [, hex = ''] of stream.matchAll(/^<[0-9A-F]+> <([0-9A-F]+)>$/gim))
      characters += Buffer.from(hex, 'hex').swap16().toString('utf16le');
  }
  return { text: characters, whole: false };
}

function holds({ text, whole }: { text: string; whole: boolean }, wanted: string): boolean {
  const bare = wanted.replace(/\s+/g, '');
  return whole ? text.includes(bare) : [...bare].every((character) => text.includes(character));
}

describe('a memo', () => {
  test('is tagged PDF with real text in the language asked for', async () => {
    const service = await testService();
    const wanted = {
      en: [
        'Undetermined',
        'As of 21 September 2020',
        'Reasons',
        'What is missing',
        'transit_scope',
        'Digest of the answer',
      ],
      zh: ['尚不能确定', '以2020年9月21日为准', '理由', '尚缺的信息', '结论摘要值'],
    };
    const lists = { en: wanted.en, zh: wanted.zh, both: [...wanted.en, ...wanted.zh] };
    for (const [lang, texts] of Object.entries(lists)) {
      const reply = await post(service, '/v1/memo', { ...TRANSIT, lang });
      expect(reply.statusCode, reply.body.slice(0, 300)).toBe(200);
      expect(reply.headers['content-type']).toBe('application/pdf');
      const pdf = reply.rawPayload;
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(pdf.includes('/StructTreeRoot') && pdf.includes('/MarkInfo')).toBe(true);
      expect(pdf.length, 'fonts are cut down').toBeLessThan(300_000);
      const read = textOf(pdf);
      for (const text of texts) expect(holds(read, text), `${lang}: ${text}`).toBe(true);
    }
    expect(service.log.head.entries).toBe(0);
  });

  test('of a saved decision names its record', async () => {
    const service = await testService();
    const { id, recordDigest } = (await post(service, '/v1/decisions', { ...HOSTING, save: true })).json();
    const reply = await send(service, { url: `/v1/decisions/${id}/memo.pdf?lang=both` });
    const read = textOf(reply.rawPayload);
    for (const text of [id, recordDigest, 'Not restricted', '不受限制', 'enjoined'])
      expect(holds(read, text), text).toBe(true);
  });

  test('sets what is given as it stands: nothing of it is markup', async () => {
    const text = `# Remarks

\`\`\`proviso
rulebook test/remarks
  title en "Remarks" zh "备注"
  zone UTC
instrument ACT
  kind statute
  title en "The Act" zh "该法"
provision ACT-1 of ACT at en "s. 1" zh "第一条"
fact remark text
  label en "Remark" zh "备注"
prohibition secrets per ACT-1
  label en "Secrets" zh "秘密"
  when remark is "secret"
\`\`\`
`;
    const rulebooks = new Shelf([shelve([{ kind: 'rulebook', id: 'test/remarks', text }], 'remarks.md')]);
    const service = await testService({ rulebooks });
    const remark = '#panic("x") $a$ *b* _c_ @d <e> \\ ` ] [ #include "/etc/passwd" 微信';
    const reply = await post(service, '/v1/memo', { rulebook: 'test/remarks', facts: { remark }, lang: 'both' });
    expect(reply.statusCode, reply.body.slice(0, 300)).toBe(200);
    expect(holds(textOf(reply.rawPayload), remark)).toBe(true);
  });
});
