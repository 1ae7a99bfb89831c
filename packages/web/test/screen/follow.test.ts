import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Change, follow } from '../../src/screen/requests.ts';

type Answer = () => Response | Promise<Response>;

let answers: Answer[] = [];
let asked = 0;

beforeEach(() => {
  vi.useFakeTimers();
  asked = 0;
  vi.stubGlobal('fetch', async () => {
    asked++;
    const answer = answers.shift();
    if (answer === undefined) throw new Error('nothing more is expected to be asked');
    return answer();
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const event = (state: string) => `event: screening\ndata: ${JSON.stringify({ state, progress: null })}\n\n`;
const stream =
  (...parts: readonly string[]): Answer =>
  () =>
    new Response(parts.join(''));
const lost: Answer = () => {
  throw new TypeError('no connection');
};
const refused =
  (status: number): Answer =>
  () =>
    new Response('{}', { status });

async function followed(given: readonly Answer[]): Promise<{ told: string[]; ended: number }> {
  answers = [...given];
  const told: string[] = [];
  let ended = 0;
  const tell = ({ state }: Change) => told.push(state);
  const done = follow('a', 'en', tell, () => ended++, new AbortController().signal);
  await vi.runAllTimersAsync();
  await done;
  return { told, ended };
}

it('a screening is followed until it has ended', async () => {
  expect(await followed([stream(event('queued'), ': \n\n', event('running'), event('done'))])).toEqual({
    told: ['queued', 'running'],
    ended: 1,
  });
  expect(asked).toBe(1);
});

it('a connection that is lost, or ends too soon, is taken up again', async () => {
  expect(await followed([stream(event('running')), lost, stream(event('running'), event('failed'))])).toEqual({
    told: ['running', 'running'],
    ended: 1,
  });
  expect(asked).toBe(3);
});

it.each([403, 404, 503])('one that is refused is not (%s)', async (status) => {
  expect(await followed([refused(status)])).toEqual({ told: [], ended: 1 });
});
