import { describe, expect, it } from 'vitest';
import { WorkerFailure } from '../../../app/protocol/failure';
import type { Notice } from '../../../app/protocol/wire';
import type { MakeHandlers } from './fake-worker';
import {
  VARIANT,
  SOFT,
  REPORT,
  modelOf,
  snapshot,
  adapter,
  trainer,
  client,
  open,
  of,
  typesOf,
  settle,
  until,
  soon,
} from './page';

describe('the client', () => {
  it('starts the adapter alone and reports backend and model', async () => {
    const statuses: string[] = [];
    open().on('status', ({ role, status }) => statuses.push(`${role} ${status}`));
    const started = await soon(client.start(VARIANT, 3));
    expect(started).toEqual({ backend: REPORT, model: modelOf(VARIANT) });
    expect(statuses).toEqual(['adapter starting', 'adapter ready']);
    expect(of('trainer')).toHaveLength(0);
  });

  it('gives null for edits that a newer one superseded', async () => {
    open();
    await soon(client.start(VARIANT, 3));
    const edits = [1, 2, 3].map((select) => client.adapt([], { select }));
    const answers = await soon(Promise.all(edits));
    expect(answers[0]).toBeNull();
    expect(answers[1]).toBeNull();
    expect(answers[2]?.scores[0]).toBe(3);
  });

  it('lets calls wait for a worker that is still starting', async () => {
    open();
    const edit = client.start(VARIANT, 3).then(() => client.adapt([], { select: 4 }));
    expect((await soon(edit))?.scores[0]).toBe(4);
  });

  it('trains only once asked, and hands snapshots to the adapter', async () => {
    open();
    const parameters: number[] = [];
    client.on('parameters', ({ steps }) => parameters.push(steps));
    await soon(client.start(VARIANT, 3));
    await soon(client.train('play'));
    of('trainer')[0].host.notify(snapshot(5));
    await until(() => parameters.length === 1);
    expect((await soon(client.adapt([])))?.steps).toBe(5);
    expect(client.parameters()).toMatchObject({ variant: VARIANT, steps: 5 });
    expect(client.checkpoints()).toEqual([{ step: 5, tasksSeen: 40, loss: 0.2 }]);
  });

  it('ignores snapshots of a variant that was left', async () => {
    open();
    await soon(client.start(VARIANT, 3));
    await soon(client.train('play'));
    await soon(client.load(SOFT, 3));
    of('trainer')[0].host.notify(snapshot(5, VARIANT));
    await settle();
    expect(client.parameters()).toBeNull();
    expect(typesOf(of('trainer')[0]).filter((type) => type === 'load')).toHaveLength(2);
  });

  it('says nothing more of a run once another variant is on its way', async () => {
    let finish = (): void => undefined;
    const slow: MakeHandlers = (host) => ({
      ...trainer(host),
      load: async ({ variant }) => {
        if (variant.modulation === 'soft') await new Promise<void>((done) => (finish = done));
        return modelOf(variant);
      },
    });
    open({ trainer: slow });
    const steps: number[] = [];
    client.on('progress', ({ step }) => steps.push(step));
    await soon(client.start(VARIANT, 3));
    await soon(client.train('play'));
    const { host } = of('trainer')[0];
    const report = (step: number) =>
      host.notify({ type: 'progress', progress: { step, tasksSeen: 8 * step, loss: 1 } } as Notice);
    report(5);
    await until(() => steps.length === 1);
    const loading = client.load(SOFT, 3);
    report(6);
    await settle();
    finish();
    await soon(loading);
    report(1);
    await until(() => steps.length === 2);
    expect(steps).toEqual([5, 1]);
  });

  it('fails once where neither worker can load a variant', async () => {
    const broken = (own: MakeHandlers): MakeHandlers => (host) => ({
      ...own(host),
      load: ({ variant }) => {
        if (variant.modulation === 'film') return modelOf(variant);
        throw new WorkerFailure('data-broken', 'film.ckpt');
      },
    }); // prettier-ignore
    open({ adapter: broken(adapter), trainer: broken(trainer) });
    await soon(client.start(VARIANT, 3));
    await soon(client.train('play'));
    await expect(soon(client.load(SOFT, 3))).rejects.toMatchObject({ code: 'data-broken' });
    // The other failure is nobody's to catch: vitest would report it.
    await settle();
  });

  it('shows restored parameters without starting a trainer, which resumes once it trains', async () => {
    open();
    const parameters: number[] = [];
    client.on('parameters', ({ steps }) => parameters.push(steps));
    await soon(client.start(VARIANT, 3));
    const flat = Float32Array.of(1, 2, 3);
    const report = await soon(client.restore({ variant: VARIANT, steps: 40, flat }));
    expect(report).toEqual(modelOf(VARIANT, 40));
    await until(() => parameters.includes(40));
    expect(of('trainer')).toHaveLength(0);
    await soon(client.train('play'));
    expect(typesOf(of('trainer')[0]).slice(0, 4)).toEqual(['start', 'load', 'resume', 'train']);
  });

  it('goes on from the optimiser state of a restored run', async () => {
    open();
    await soon(client.start(VARIANT, 3));
    const flat = Float32Array.of(1, 2, 3);
    const optimiser = { first: Float32Array.of(4, 5, 6), second: Float32Array.of(7, 8, 9), tasksSeen: 320 }; // prettier-ignore
    await soon(client.restore({ variant: VARIANT, steps: 40, flat }, optimiser));
    const state = { step: 40, tasksSeen: 320, flat, firstMoment: optimiser.first, secondMoment: optimiser.second }; // prettier-ignore
    // Kept again before anything was trained, nothing of it is lost.
    expect(await soon(client.trainingState())).toMatchObject(state);
    await soon(client.train('play'));
    const resume = of('trainer')[0].received.find(({ type }) => type === 'resume');
    expect(resume).toMatchObject({ state });
  });

  it('exports what the parameters were trained by: a restored run keeps its own until it goes on', async () => {
    const says =
      (make: MakeHandlers, arithmetic: string): MakeHandlers =>
      (host) => ({
        ...make(host),
        start: () => ({ ...REPORT, arithmetic }),
        exportWeights: () => ({ file: Uint8Array.of(1) }),
      });
    open({ adapter: says(adapter, 'wasm-relaxed'), trainer: says(trainer, 'webgpu') });
    const exported = async () => {
      await soon(client.exportWeights('', ''));
      const requests = of('adapter')[0].received.filter(({ type }) => type === 'exportWeights');
      return requests.at(-1)! as unknown as { arithmetic: string | null; asLoaded: boolean };
    };
    await soon(client.start(VARIANT, 3));
    expect(await exported()).toMatchObject({ arithmetic: null, asLoaded: true });
    const flat = Float32Array.of(1, 2, 3);
    await soon(client.restore({ variant: VARIANT, steps: 40, flat }, null, 'wasm-simd'));
    expect(await exported()).toMatchObject({ arithmetic: 'wasm-simd', asLoaded: false });
    expect(client.arithmetic()).toBe('wasm-relaxed');
    await soon(client.train('play'));
    of('trainer')[0].host.notify(snapshot(45));
    await until(() => client.parameters()?.steps === 45);
    expect(await exported()).toMatchObject({ arithmetic: 'webgpu', asLoaded: false });
    await soon(client.load({ ...VARIANT, modulation: 'soft' }, 3));
    expect(await exported()).toMatchObject({ arithmetic: null, asLoaded: true });
  });

  it('rewinds to a checkpoint and trains on from it', async () => {
    open();
    await soon(client.start(VARIANT, 3));
    await soon(client.train('play'));
    for (const steps of [10, 20, 30]) of('trainer')[0].host.notify(snapshot(steps));
    await until(() => client.checkpoints().length === 3);
    await soon(client.rewind(20));
    await until(() =>
      of('adapter')[0].received.some((r) => r.type === 'parameters' && r.steps === 20),
    );
    expect((await soon(client.adapt([])))?.steps).toBe(20);
    expect(of('trainer')[0].received.at(-1)).toEqual({ type: 'train', mode: 'pause', workers: 1 });
    await soon(client.trainFrom(20));
    expect(client.checkpoints().map(({ step }) => step)).toEqual([10, 20]);
    expect(client.parameters()?.steps).toBe(20);
    await expect(client.rewind(999)).rejects.toMatchObject({ code: 'bad-request' });
  });
});
