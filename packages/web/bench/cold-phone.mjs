// node cold-phone.mjs ADDRESS: how long a cold phone waits for the first question of Ask, on two slow lines. ADDRESS is that of a
// running `proviso serve`. A processor four times as slow; the second line is what Chromium calls "Slow 3G".
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const LINES = [
  { name: '400 kbit/s, 400 ms', latency: 400 },
  { name: 'Slow 3G: 400 kbit/s, 2,000 ms', latency: 2000 },
];
const ROUNDS = 5;
const LIMIT = 3000;
const THROUGHPUT = 400_000 / 8;

const [address] = process.argv.slice(2);
if (address === undefined) {
  console.error('usage: node cold-phone.mjs http://127.0.0.1:4180');
  process.exit(2);
}
const executablePath = process.env.PROVISO_CHROMIUM ?? '/usr/bin/chromium';
if (!existsSync(executablePath)) {
  console.error(`there is no Chromium at ${executablePath}; name it with PROVISO_CHROMIUM`);
  process.exit(2);
}
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});
for (const { name, latency } of LINES) {
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    const line = { offline: false, latency, downloadThroughput: THROUGHPUT, uploadThroughput: THROUGHPUT };
    await session.send('Network.emulateNetworkConditions', line);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const begun = performance.now();
    await page.goto(`${address}/ask/us/wechat/`, { waitUntil: 'commit' });
    await page.locator('#as-of').waitFor();
    times.push(performance.now() - begun);
    await context.close();
  }
  const middle = times.sort((a, b) => a - b)[times.length >> 1];
  console.log(
    `${name}: ${Math.round(middle)} ms to the first question (limit ${LIMIT}) ${middle <= LIMIT ? 'kept' : 'MISSED'}`,
  );
}
await browser.close();
