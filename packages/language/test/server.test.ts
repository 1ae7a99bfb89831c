import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, test } from 'vitest';
import {
  createConnection,
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node.js';
import { serveLanguage } from '../src/server/index.ts';
import { documentWith } from './helpers.ts';

const URI = 'file:///made-up.md';
let client: MessageConnection | undefined;

afterEach(() => client?.dispose());

async function open(text: string, locale?: string) {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  serveLanguage(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)));
  const connection = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  client = connection;
  const diagnostics = new Promise<{ diagnostics: readonly unknown[] }>((resolve) => {
    connection.onNotification('textDocument/publishDiagnostics', resolve);
  });
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities: {},
    ...(locale === undefined ? {} : { locale }),
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: URI, languageId: 'markdown', version: 1, text },
  });
  const at = (word: string) => {
    const before = text.slice(0, text.lastIndexOf(word)).split('\n');
    return { line: before.length - 1, character: (before.at(-1) ?? '').length + 1 };
  };
  const ask = (method: string, word?: string) =>
    connection.sendRequest(`textDocument/${method}`, {
      textDocument: { uri: URI },
      ...(word === undefined ? { options: { tabSize: 2, insertSpaces: true } } : { position: at(word) }),
    });
  return { ask, diagnostics };
}

describe('the language server', () => {
  test('publishes diagnostics', async () => {
    const { diagnostics } = await open(documentWith('prohibition p per EO-2\n  wen flag'));
    expect((await diagnostics).diagnostics).toMatchObject([
      { code: 'PV1001', severity: 1, range: { start: { line: 56, character: 2 }, end: { line: 56, character: 5 } } },
    ]);
  });

  test.each(['zh', 'zh-cn', 'zh_TW'])('speaks Chinese to a client whose locale is %s', async (locale) => {
    const broken = await open(documentWith('prohibition p per EO-2\n  wen flag'), locale);
    expect((await broken.diagnostics).diagnostics).toMatchObject([
      { code: 'PV1001', message: '`wen` 既不是此声明的子句的开头，也不是声明的开头\n您是否想写 `when`？' },
    ]);
    const { ask } = await open(
      documentWith('prohibition p per EO-2\n  when scope is wide and buyer.share > 5'),
      locale,
    );
    expect(await ask('hover', 'EO-2')).toMatchObject({ contents: { value: '**规定** `EO-2`\n\n*命令，s. 2*' } });
    expect(await ask('hover', 'share')).toMatchObject({ contents: { value: expect.stringContaining('*小数*') } });
    expect(await ask('completion', 'share')).toEqual(
      expect.arrayContaining([expect.objectContaining({ label: 'wide', detail: '解释问题 scope 的选项' })]),
    );
    expect(await ask('documentSymbol')).toContainEqual(expect.objectContaining({ name: 'base', detail: '规则' }));
  });

  test.each(['en-GB', 'de', 'zhu'])('speaks English to a client whose locale is %s', async (locale) => {
    const { diagnostics } = await open(documentWith('prohibition p per EO-2\n  wen flag'), locale);
    const message = '`wen` begins no clause of this declaration and no declaration\ndid you mean `when`?';
    expect((await diagnostics).diagnostics).toMatchObject([{ code: 'PV1001', message }]);
  });

  test('tells what a name is and where it is declared', async () => {
    const { ask } = await open(documentWith('prohibition p per EO-2\n  when scope is wide and buyer.share > 5'));
    expect(await ask('hover', 'scope')).toMatchObject({ contents: { value: expect.stringContaining('How far?') } });
    expect(await ask('hover', 'EO-2')).toMatchObject({ contents: { value: expect.stringContaining('Order, s. 2') } });
    expect(await ask('hover', 'share')).toMatchObject({ contents: { value: expect.stringContaining('decimal') } });
    expect(await ask('definition', 'EO-2')).toMatchObject({ uri: URI, range: { start: { line: 21, character: 10 } } });
    expect(await ask('hover', 'The end')).toBeNull();
  });

  test('proposes names and words inside a block only', async () => {
    const { ask } = await open(documentWith('prohibition p per EO-2\n  when flag'));
    expect(await ask('completion', 'flag')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ label: 'flag' }),
        expect.objectContaining({ label: 'seller.big' }),
        expect.objectContaining({ label: 'when' }),
      ]),
    );
    expect(await ask('completion', 'The end')).toEqual([]);
  });

  test('lists the declarations, those of a document with errors too', async () => {
    const { ask } = await open(documentWith('prohibition p per EO-2\n  wen flag\nfact late yes or no'));
    expect(await ask('documentSymbol')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'base', detail: 'rule' }),
        expect.objectContaining({ name: 'late', detail: 'fact' }),
      ]),
    );
  });

  test('formats, and leaves a document with errors alone', async () => {
    const { ask } = await open(documentWith('prohibition p   per EO-2   when flag'));
    expect(await ask('formatting')).toMatchObject([
      { newText: expect.stringContaining('prohibition p per EO-2\n  when flag') },
    ]);
    const broken = await open(documentWith('prohibition p   per EO-2   wen flag'));
    expect(await broken.ask('formatting')).toEqual([]);
  });
});
