import { describe, expect, it } from 'vitest';
import { Supervisor } from '../../app/workers/client/supervisor';
import { FakeWorker } from './fake-worker';

describe('a supervisor that is closed', () => {
  it('while its worker starts stays absent', async () => {
    const statuses: string[] = [];
    const worker = new FakeWorker(() => ({ start: () => new Promise(() => undefined) }));
    const supervisor = new Supervisor({
      spawn: () => worker,
      boot: async (link) => {
        await link.ask({ type: 'start', role: 'racer', base: '', backend: 'auto' });
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
