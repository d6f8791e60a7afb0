/** What `npx tsc` refuses: these are checked when the tests are compiled, and run for nothing. */
import { expect, it } from 'vitest';
import type { Ask } from '../../../app/protocol/calls';
import type { LabCalls } from '../../../app/protocol/lab';
import type { Handlers } from '../../../app/workers/host/host';

const done = (): null => null;

it('a worker without a handler for every call does not compile', () => {
  // @ts-expect-error `resume` is missing
  const some: Handlers<LabCalls> = { run: done, runFamilies: done, pause: done };
  const all: Handlers<LabCalls> = { run: done, runFamilies: done, pause: done, resume: done };
  expect(Object.keys(all)).toEqual([...Object.keys(some), 'resume']);
});

it('a question that no worker answers does not compile', async () => {
  const asked: unknown[] = [];
  const ask: Ask<LabCalls> = async (call, ...question) => {
    asked.push([call, ...question]);
    return null as never;
  };
  await ask('run', { base: '', data: '', jobs: [] });
  // @ts-expect-error the lab knows no such call
  await ask('adapt', {});
  // @ts-expect-error `jobs` is missing
  await ask('run', { base: '', data: '' });
  expect(asked).toHaveLength(3);
});
