import { describe, expect, it } from 'vitest';
import { WorkerFailure } from '../../app/workers/failure';
import { Host, transferables, type Handlers } from '../../app/workers/host/host';
import { nextTurn } from '../../app/workers/host/turn';
import type { Adaptation, FromWorker, Request } from '../../app/workers/protocol';

const adapt = (select: number, channel?: string): Request => ({
  type: 'adapt',
  support: [],
  select,
  channel,
});
const MAP: Request = { type: 'map', projection: 'linear', keepBasis: false };

/** Only `select` matters here. */
const answer = (select: number | null) => ({ steps: select }) as unknown as Adaptation;

async function talk(handlers: Handlers, send: (host: Host) => void | Promise<void>) {
  const said: FromWorker[] = [];
  const host = new Host((message) => said.push(message), handlers);
  await send(host);
  for (let k = 0; k < 60; k++) await nextTurn();
  return said.map((message) =>
    message.kind === 'reply'
      ? `${message.id} ${message.type}`
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
      return { support: [] };
    };
    const said = await talk({ sample: busy, map: busy as never }, (host) => {
      host.receive({ id: 1, request: MAP });
      host.receive({ id: 2, request: { type: 'sample', scenario: 0, size: 1, seed: 0 } });
    });
    expect(said).toEqual(['1 map', '2 sample']);
    expect(most).toBe(1);
  });

  it('answers only the newest edit of a channel', async () => {
    const computed: (number | null)[] = [];
    const handlers: Handlers = {
      adapt: async ({ select }) => {
        computed.push(select);
        return answer(select);
      },
    };
    const said = await talk(handlers, (host) => {
      for (let k = 1; k <= 5; k++) host.receive({ id: k, request: adapt(k) });
      host.receive({ id: 6, request: adapt(6, 'compare') });
    });
    expect(said.sort()).toEqual([
      '1 superseded', '2 superseded', '3 superseded', '4 superseded', '5 adapt', '6 adapt',
    ]); // prettier-ignore
    expect(computed).toEqual([5, 6]);
  });

  it('stops an edit under way when a newer one comes', async () => {
    const reached: string[] = [];
    const handlers: Handlers = {
      adapt: async ({ select }, { breathe }) => {
        for (let slice = 0; slice < 4; slice++) {
          reached.push(`${select}.${slice}`);
          await breathe();
        }
        return answer(select);
      },
    };
    const said = await talk(handlers, async (host) => {
      host.receive({ id: 1, request: adapt(1) });
      while (reached.length < 2) await nextTurn();
      host.receive({ id: 2, request: adapt(2) });
    });
    expect(said).toEqual(['1 superseded', '2 adapt']);
    expect(reached).not.toContain('1.3');
    expect(reached).toContain('2.3');
  });

  it('lets edits in while a long job breathes', async () => {
    const handlers: Handlers = {
      adapt: async ({ select }) => answer(select),
      map: async (_, { breathe }) => {
        for (let slice = 0; slice < 5; slice++) await breathe();
        return {} as never;
      },
    };
    const said = await talk(handlers, async (host) => {
      host.receive({ id: 1, request: MAP });
      await nextTurn();
      host.receive({ id: 2, request: { type: 'parameters' } as never });
      host.receive({ id: 3, request: adapt(3) });
    });
    // Parameters never change inside a job; nobody answers them here.
    expect(said).toEqual(['3 adapt', '1 map', '2 failure']);
  });

  it('passes a first answer on and keeps the request open', async () => {
    const handlers: Handlers = {
      adapt: async ({ select }, { first }) => {
        first(answer(0));
        await nextTurn();
        return answer(select);
      },
    };
    const said = await talk(handlers, (host) => host.receive({ id: 1, request: adapt(1) }));
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
    host.receive({ id: 1, request: MAP });
    host.receive({ id: 2, request: { type: 'state' } });
    for (let k = 0; k < 10; k++) await nextTurn();
    expect(said).toEqual([
      { kind: 'failure', id: 1, code: 'data-broken', message: 'movies.bin: too short' },
      { kind: 'failure', id: 2, code: 'internal', message: 'oops' },
    ]);
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
