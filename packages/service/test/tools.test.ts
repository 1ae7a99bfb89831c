import { PassThrough } from 'node:stream';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ReadBuffer, serializeMessage } from '@modelcontextprotocol/sdk/shared/stdio.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { startStdioTools } from '@proviso/service';
import { afterEach, describe, expect, test } from 'vitest';
import { HOSTING, post, RULEBOOKS, send, testService } from './helpers.ts';

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function connected(transport: Transport): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport);
  stops.push(() => client.close());
  return client;
}

async function overHttp(): Promise<Client> {
  const service = await testService();
  const address = await service.app.listen({ host: '127.0.0.1', port: 0 });
  return connected(new StreamableHTTPClientTransport(new URL('/mcp', address)));
}

async function overStdio(): Promise<Client> {
  const input = new PassThrough();
  const output = new PassThrough();
  const tools = await startStdioTools({ rulebookFolders: [RULEBOOKS], input, output });
  stops.push(() => tools.stop());
  const buffer = new ReadBuffer();
  const transport: Transport = {
    start: async () => {
      output.on('data', (chunk: Buffer) => {
        buffer.append(chunk);
        for (let message = buffer.readMessage(); message !== null; message = buffer.readMessage())
          transport.onmessage?.(message);
      });
    },
    send: async (message) => {
      input.write(serializeMessage(message));
    },
    close: async () => {
      input.end();
    },
  };
  return connected(transport);
}

describe.each([
  ['HTTP', overHttp],
  ['standard input and output', overStdio],
])('tools over %s', (_, connect) => {
  test('are five, and only read', async () => {
    const client = await connect();
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'decide',
      'explain',
      'what_is_missing',
      'status_of',
      'read_rulebook',
    ]);
    for (const { annotations, inputSchema } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false });
      expect(inputSchema.type).toBe('object');
    }
  });

  test('give data and a short text', async () => {
    const client = await connect();
    const call = async (name: string, input: Record<string, unknown>) => {
      const { structuredContent, content, isError } = await client.callTool({ name, arguments: input });
      return { data: structuredContent as Record<string, unknown>, text: JSON.stringify(content), isError };
    };
    const decided = await call('decide', HOSTING);
    expect(decided.data).toMatchObject({ verdict: 'not_restricted', heldBack: { status: 'enjoined' } });
    expect(decided.text).toContain('It may go ahead.');

    const proof = await call('explain', { ...HOSTING, lang: 'zh' });
    expect(proof.text).toContain('不受限制');

    const missing = await call('what_is_missing', { ...HOSTING, knownOn: '2020-09-18', asOf: '2020-09-21' });
    expect(missing.data).toMatchObject({ verdict: 'undetermined', next: { fact: expect.any(String) } });

    const status = await call('status_of', { rulebook: 'us/wechat', provisions: ['WC-4'], asOf: '2020-11-01' });
    expect(status.data).toMatchObject({ provisions: [{ provision: 'WC-4', status: 'enjoined' }] });

    const list = await call('read_rulebook', {});
    expect(list.data).toMatchObject({
      rulebooks: expect.arrayContaining([expect.objectContaining({ id: 'us/wechat' })]),
    });
    let text = '';
    for (let offset: unknown = 0; offset !== null; ) {
      const { data } = await call('read_rulebook', { rulebook: 'us/wechat', part: 'text', offset });
      text += String(data.text);
      offset = data.next;
    }
    expect(text).toContain('rulebook us/wechat');
    const summary = await call('read_rulebook', { rulebook: 'us/wechat' });
    expect(summary.data).toMatchObject({
      facts: expect.arrayContaining([expect.objectContaining({ fact: 'application' })]),
    });
  });

  test('tell what is wrong with their arguments', async () => {
    const client = await connect();
    const wrong = await client.callTool({ name: 'decide', arguments: { ...HOSTING, facts: { aplication: 'x' } } });
    expect(wrong).toMatchObject({
      isError: true,
      structuredContent: { error: { code: 'unknown_fact', field: 'aplication' } },
    });
    const strange = await client.callTool({ name: 'decide', arguments: { ...HOSTING, save: true } });
    expect(strange).toMatchObject({
      isError: true,
      structuredContent: { error: { code: 'wrong_member', field: 'save' } },
    });
    await expect(client.callTool({ name: 'drop_tables', arguments: {} })).rejects.toThrow(/no tool/);
  });
});

describe('POST /mcp', () => {
  test('refuses what is no message, and pages of other sites', async () => {
    const service = await testService();
    expect((await post(service, '/mcp', { hello: 1 })).json()).toMatchObject({ status: 400, code: 'bad_request' });
    const list = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
    expect((await post(service, '/mcp', list, { origin: 'https://evil.example' })).statusCode).toBe(403);
    expect((await post(service, '/mcp', list, { 'mcp-protocol-version': '1' })).statusCode).toBe(400);
    expect((await post(service, '/mcp', { jsonrpc: '2.0', method: 'notifications/initialized' })).statusCode).toBe(202);
    expect((await send(service, { url: '/mcp' })).headers.allow).toBe('POST');
  });
});
