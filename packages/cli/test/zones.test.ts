import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { zoneTable } from '@proviso/model/zone-table';
import { beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from './helpers/build.ts';

beforeAll(ensureBuilt);

test.each(['America/New_York', 'Asia/Kolkata', 'Asia/Gaza', 'America/Recife', 'Pacific/Apia', 'UTC'])(
  'the offsets of %s that the build works out are those of the runtime',
  (id) => {
    const file = fileURLToPath(new URL('../dist/zones.txt', import.meta.url));
    const line = readFileSync(file, 'latin1')
      .split('\n')
      .find((candidate) => candidate.includes(` ${id} `));
    expect(line?.slice(line.indexOf('['))).toBe(JSON.stringify(zoneTable(id).offsets));
  },
);
