/** The import worker's script, asked as the page asks it, with this thread for its own. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { FromWorker, ToWorker } from '../../../../app/protocol/wire';

type Heard = FromWorker<unknown>;

const heard: Heard[] = [];
let receive: (event: { data: ToWorker }) => void;
let ids = 0;

beforeAll(async () => {
  const self = {
    postMessage: (message: Heard) => heard.push(message),
    onmessage: null as null | typeof receive,
  };
  vi.stubGlobal('self', self);
  await import('../../../../app/workers/import/import-script');
  receive = self.onmessage!;
});
afterAll(() => vi.unstubAllGlobals());

async function ask(call: string, question?: unknown): Promise<unknown> {
  const id = ++ids;
  receive({ data: { id, call, question } });
  const isAnswer = (message: Heard) => 'id' in message && message.id === id;
  await vi.waitFor(() => expect(heard.some(isAnswer)).toBe(true), { timeout: 5000 });
  const message = heard.find(isAnswer)!;
  if (message.kind !== 'reply') throw new Error(`${call} was no answer: ${message.kind}`);
  return message.answer;
}

const csv = (...lines: string[]) => [new File([lines.join('\n')], 'mine.csv')];

it('what is wrong with files is an answer, and no failure of the worker', async () => {
  const nothing = await ask('build', { base: '', plan: null, companions: [], atMost: 9, seed: 0 });
  expect(nothing).toMatchObject({ type: 'failed', code: 'import', fault: { code: 'no-files' } });
  expect(await ask('recognise', { files: csv('') })).toMatchObject({ type: 'failed' });
});

it('a table is recognised, and looked at again in another way', async () => {
  const rows = Array.from({ length: 12 }, (_, k) => `u${k % 3},film ${k},${1 + (k % 5)}`);
  const files = csv('user,title,stars', ...rows);
  const table = { type: 'recognised', kind: 'table', name: 'mine.csv' };
  expect(await ask('recognise', { files })).toMatchObject(table);
  expect(await ask('lookAgain', { wishes: {} })).toMatchObject(table);
});
