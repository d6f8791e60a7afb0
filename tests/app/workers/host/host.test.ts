import { describe, expect, it } from 'vitest';
import { WorkerFailure } from '../../../../app/protocol/failure';
import { Host, transferables, type Handlers } from '../../../../app/workers/host/host';
import { nextTurn } from '../../../../app/workers/host/turn';
import type { Adaptation, AdapterCalls } from '../../../../app/protocol/adapter';
import type { StartCalls } from '../../../../app/protocol/calls';
import type { TrainerCalls } from '../../../../app/protocol/trainer';
import type { FromWorker, ToWorker } from '../../../../app/protocol/wire';

const adapt = (id: number, select: number, channel?: string): ToWorker => ({
  id,
  call: 'adapt',
  question: { support: [], select, channel },
});
const map = (id: number): ToWorker => ({
  id,
  call: 'map',
  question: { projection: 'linear', keepBasis: false },
});
const state = (id: number): ToWorker => ({ id, call: 'state', question: undefined });

/** As many as a test needs. */
type Some = Partial<Handlers<AdapterCalls & TrainerCalls & StartCalls>>;

/** Only `select` matters here. */
const answer = (select: number | null) => ({ steps: select }) as unknown as Adaptation;

/** What a host that nobody gave a `map` says when it is asked for one. */
async function failureOf(handlers: Some, before: (host: Host) => void) {
  const said: FromWorker[] = [];
  const host = new Host((message) => said.push(message), handlers);
  before(host);
  host.receive(map(10));
  for (let k = 0; k < 20; k++) await nextTurn();
  const last = said.at(-1)!;
  if (last.kind !== 'failure' || last.id !== 10) throw new Error('the map was answered');
  return last;
}

async function talk(handlers: Some, send: (host: Host) => void | Promise<void>) {
  const said: FromWorker[] = [];
  const host = new Host((message) => said.push(message), handlers);
  await send(host);
  for (let k = 0; k < 60; k++) await nextTurn();
  return said.map((message) =>
    message.kind === 'reply'
      ? `${message.id} ${message.call}`
      : `${(message as { id: number }).id} ${message.kind}`,
  );
}

describe('a worker', () => {
  it('answers in order, one at a time', async () => {
    let running = 0;
    let most = 0;
    const busy = async () => {
      most = Math.max(most, ++running);
      await nextTurn();
      running--;
      return [] as never;
    };
    const said = await talk({ sample: busy, map: busy as never }, (host) => {
      host.receive(map(1));
      host.receive({ id: 2, call: 'sample', question: {} });
    });
    expect(said).toEqual(['1 map', '2 sample']);
    expect(most).toBe(1);
  });

  it('answers only the newest edit of a channel', async () => {
    const computed: (number | null)[] = [];
    const handlers: Some = {
      adapt: async ({ select }) => {
        computed.push(select);
        return answer(select);
      },
    };
    const said = await talk(handlers, (host) => {
      for (let k = 1; k <= 5; k++) host.receive(adapt(k, k));
      host.receive(adapt(6, 6, 'compare'));
    });
    expect(said.sort()).toEqual([
      '1 superseded', '2 superseded', '3 superseded', '4 superseded', '5 adapt', '6 adapt',
    ]); // prettier-ignore
    expect(computed).toEqual([5, 6]);
  });

  it('stops an edit under way when a newer one comes', async () => {
    const reached: string[] = [];
    const handlers: Some = {
      adapt: async ({ select }, { yieldToMessages }) => {
        for (let slice = 0; slice < 4; slice++) {
          reached.push(`${select}.${slice}`);
          await yieldToMessages();
        }
        return answer(select);
      },
    };
    const said = await talk(handlers, async (host) => {
      host.receive(adapt(1, 1));
      while (reached.length < 2) await nextTurn();
      host.receive(adapt(2, 2));
    });
    expect(said).toEqual(['1 superseded', '2 adapt']);
    expect(reached).not.toContain('1.3');
    expect(reached).toContain('2.3');
  });

  it('lets edits in between two pieces of a long job', async () => {
    const handlers: Some = {
      adapt: async ({ select }) => answer(select),
      map: async (_, { yieldToMessages }) => {
        for (let slice = 0; slice < 5; slice++) await yieldToMessages();
        return {} as never;
      },
    };
    const said = await talk(handlers, async (host) => {
      host.receive(map(1));
      await nextTurn();
      host.receive({ id: 2, call: 'parameters', question: {} });
      host.receive(adapt(3, 3));
    });
    // Parameters never change inside a job; nobody answers them here.
    expect(said).toEqual(['3 adapt', '1 map', '2 failure']);
  });

  it('passes a first answer on and keeps the request open', async () => {
    const handlers: Some = {
      adapt: async ({ select }, { first }) => {
        first(answer(0));
        await nextTurn();
        return answer(select);
      },
    };
    const said = await talk(handlers, (host) => host.receive(adapt(1, 1)));
    expect(said).toEqual(['1 partial', '1 adapt']);
  });

  it('answers failures with their code', async () => {
    const said: FromWorker[] = [];
    const host = new Host((message) => said.push(message), {
      map: () => {
        throw new WorkerFailure('data-broken', 'movies.bin: too short');
      },
      state: () => Promise.reject(new Error('oops')),
    });
    host.receive(map(1));
    host.receive(state(2));
    for (let k = 0; k < 10; k++) await nextTurn();
    expect(said).toMatchObject([
      { kind: 'failure', id: 1, code: 'data-broken', message: 'movies.bin: too short' },
      { kind: 'failure', id: 2, code: 'internal', message: 'oops' },
    ]);
  });

  it('that was never started says so, and names what it would answer', async () => {
    const failure = await failureOf({ start: () => ({}) as never }, () => undefined);
    expect(failure.message).toBe('map is not answered (worker: not started; answers start)');
    expect(failure.condition).toMatchObject({ role: null, answers: ['start'] });
  });

  it('keeps its first failure, whatever fails after it', async () => {
    const start = () => Promise.reject(new Error('HTTP 404'));
    const failure = await failureOf({ start }, (host) => {
      host.become('adapter', null);
      host.receive({ id: 8, call: 'start', question: {} });
      host.receive(state(9));
    });
    expect(failure.message).toContain('map is not answered (worker: adapter on no backend yet');
    expect(failure.condition.firstFailure).toBe('start: HTTP 404');
  });

  it('answers at once what only sets something, whatever else runs', async () => {
    const said: string[] = [];
    let resume!: () => void;
    const paused = new Promise<void>((resolve) => (resume = resolve));
    const handlers: Handlers<{ run(): null; resume(): null }> = {
      run: async () => {
        await paused;
        return null;
      },
      resume: () => {
        resume();
        return null;
      },
    };
    const hear = (message: FromWorker) => message.kind === 'reply' && said.push(message.call);
    const host = new Host(hear, handlers, ['resume']);
    host.receive({ id: 1, call: 'run', question: undefined });
    for (let k = 0; k < 5; k++) await nextTurn();
    host.receive({ id: 2, call: 'resume', question: undefined });
    for (let k = 0; k < 5; k++) await nextTurn();
    expect(said.sort()).toEqual(['resume', 'run']);
  });

  it('moves every typed array once', () => {
    const shared = new Float32Array(4);
    const other = new Uint32Array(2);
    const found = transferables({
      a: shared,
      b: [shared.subarray(1), { c: other }],
      d: null,
      e: 3,
    });
    expect(found).toEqual([shared.buffer, other.buffer]);
  });
});
