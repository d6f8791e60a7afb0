import { describe, expect, it } from 'vitest';
import { Link } from '../../../app/client/link';
import { Supervisor } from '../../../app/client/supervisor';
import type { TrainerRole } from '../../../app/client/roles';
import { FakeWorker } from './fake-worker';

/** A supervisor whose worker is up at once. */
function supervise() {
  const workers: FakeWorker[] = [];
  const supervisor = new Supervisor<TrainerRole>({
    spawn: () => {
      workers.push(new FakeWorker(() => ({})));
      return workers.at(-1)!;
    },
    boot: async () => undefined,
    onNotice: () => undefined,
    onStatus: () => undefined,
    onDeath: () => undefined,
    patience: 1000,
  });
  return { supervisor, workers };
}

describe('a worker that dies again and again', () => {
  it('is given up with its first death and its last', async () => {
    const { supervisor, workers } = supervise();
    await supervisor.start();
    for (const why of ['the cause', 'after', 'after', 'after', 'the end']) {
      workers.at(-1)!.crash(why);
      await supervisor.start().catch(() => undefined);
    }
    await expect(supervisor.start()).rejects.toMatchObject({
      code: 'worker-failed',
      message: '5 deaths; the first: the cause; the last: the end',
    });
  });

  it('tells whoever asks a dead one why it died', async () => {
    const { supervisor, workers } = supervise();
    const link = await supervisor.start();
    workers[0].crash('no memory');
    await expect(link.ask('state')).rejects.toMatchObject({
      message: 'asked for state after its end: no memory',
    });
    supervisor.close();
  });

  it('says that its script was not there when the browser says nothing', async () => {
    const deaths: string[] = [];
    const worker = new FakeWorker(() => ({}));
    const link = new Link<TrainerRole>(
      worker,
      { onNotice: () => undefined, onDeath: (_, detail) => deaths.push(detail) },
      1000,
    );
    worker.onerror?.({});
    expect(deaths).toEqual(['the script, or one that it imports, could not be loaded']);
    await expect(link.ask('state')).rejects.toMatchObject({ code: 'worker-died' });
  });
});

describe('a supervisor that is closed', () => {
  it('while its worker starts stays absent', async () => {
    const statuses: string[] = [];
    const worker = new FakeWorker(() => ({ start: () => new Promise(() => undefined) }));
    const supervisor = new Supervisor<TrainerRole>({
      spawn: () => worker,
      boot: async (link) => {
        await link.ask('start', { role: 'racer', base: '', backend: 'auto' });
      },
      onNotice: () => undefined,
      onStatus: (status) => statuses.push(status),
      onDeath: () => undefined,
      patience: 1000,
    });
    const started = supervisor.start();
    supervisor.close();
    await expect(started).rejects.toMatchObject({ code: 'worker-died' });
    expect(statuses).toEqual(['starting', 'absent']);
    expect(worker.terminated).toBe(true);
  });
});
