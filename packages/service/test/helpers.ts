import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createService, type Service, type ServiceOptions, type Shelf, shelfOf } from '@proviso/service';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { onTestFinished } from 'vitest';

/** The folder of the rulebooks of this repository. */
export const RULEBOOKS = fileURLToPath(new URL('../../../rulebooks', import.meta.url));

let shelf: Shelf | undefined;

/** The rulebooks of this repository, read once. */
export function shippedShelf(): Shelf {
  shelf ??= shelfOf([RULEBOOKS]);
  return shelf;
}

/** A folder for one test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-service-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A service with the rulebooks of this repository in a folder of its own; closed when the test has finished. */
export async function testService(
  options: Partial<ServiceOptions> = {},
): Promise<Service & { readonly folder: string }> {
  const folder = options.dataFolder ?? temporaryFolder();
  const service = await createService({ rulebooks: shippedShelf(), ...options, dataFolder: folder });
  onTestFinished(() => service.close());
  return { ...service, folder };
}

/** Sends a request as a client on this machine would. */
export function send(service: Service, request: InjectOptions): Promise<LightMyRequestResponse> {
  return service.app.inject({ ...request, headers: { host: 'localhost:4180', ...request.headers } });
}

/** Sends a body of JSON. */
export function post(
  service: Service,
  url: string,
  payload: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<LightMyRequestResponse> {
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
  return send(service, {
    method: 'POST',
    url,
    payload: body,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

/** A question about hosting on the day the list was to take effect. */
export const HOSTING = {
  rulebook: 'us/wechat',
  asOf: '2020-11-01',
  facts: { application: 'wechat', activity: 'internet_hosting' },
} as const;
