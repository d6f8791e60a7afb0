import { expect, it } from 'vitest';
import type { TrainingMode } from '../../../app/protocol/trainer';
import { measurementsOf } from '../../../app/store/newborn';
import { open, settled, useClock, type Page } from '../support/engine-page';

useClock();

const newbornOf = async ({ engine }: Page) => (await engine.training()).newborn();

/** The page with a newborn that trains: the stand-in sends what a worker would. */
async function born(): Promise<Page> {
  const page = await open('?genre=war');
  await settled();
  const { client } = page;
  const started = (await newbornOf(page)).start();
  await settled();
  client.emit('parameters', { steps: 0 });
  await started;
  tell(page, 'play');
  await settled();
  return page;
}

const state = ({ store }: Page) => store.getState().newborn?.state;
const tell = ({ client }: Page, mode: TrainingMode) => client.emit('mode', { mode });

/** Validation at steps 0, 100, 200 and so on. */
function measure({ client }: Page, values: readonly number[]): void {
  values.forEach((value, k) =>
    client.emit('evaluation', { step: 100 * k, tasksSeen: 800 * k, metric: 'recall@20', value }),
  );
}

it('starts from fresh weights, looks before it trains, and waits for those weights', async () => {
  const page = await open('?genre=war');
  await settled();
  void (await newbornOf(page)).start();
  await settled();
  expect(state(page)).toBe('starting');
  expect(page.client.calls).not.toContain('train play');
  expect(page.store.getState().newborn?.before).toBeNull();
  // What is still on its way of the run before is none of its own.
  page.client.emit('parameters', { steps: 700 });
  await settled();
  expect(page.store.getState().newborn?.before).toBeNull();
  page.client.emit('parameters', { steps: 0 });
  await settled();
  expect(page.store.getState().newborn?.before?.first).toHaveLength(5);
  expect(page.client.calls.indexOf('reset')).toBeLessThan(page.client.calls.indexOf('train play'));
});

it('lists films of the whole catalogue that are not in the support set', async () => {
  const page = await born();
  const { newborn, support } = page.store.getState();
  const own = support.scenario.items.map(({ item }) => item);
  expect(own.length).toBeGreaterThan(0);
  expect(newborn?.before?.first.filter((item) => own.includes(item))).toEqual([]);
});

it('stops itself once it no longer gets better, and keeps both measurements', async () => {
  const page = await born();
  measure(page, [0.04, 0.3, 0.4, 0.39, 0.38]);
  expect(state(page)).toBe('running');
  page.client.steps = 512;
  measure(page, [0.04, 0.3, 0.4, 0.39, 0.38, 0.4]);
  await settled();
  expect(state(page)).toBe('itself');
  expect(page.client.calls).toContain('train pause');
  const { before, now } = measurementsOf(page.store.getState().newborn!);
  expect([before?.value, now?.value]).toEqual([0.04, 0.4]);
});

it('puts no later measurement under a list than its own step', async () => {
  const page = await born();
  const { client, store } = page;
  const under = () => measurementsOf(store.getState().newborn!).now?.step;
  const listAt = async (steps: number) => {
    client.steps = steps;
    client.emit('parameters', { steps });
    await settled();
  };
  measure(page, [0.04]);
  await listAt(74);
  expect(under()).toBeUndefined();
  measure(page, [0.04, 0.3, 0.4]);
  expect(under()).toBeUndefined();
  await listAt(174);
  expect(under()).toBe(100);
  await listAt(203);
  expect(under()).toBe(200);
});

it('goes on as long as it is told to, where the switch is off', async () => {
  const page = await born();
  page.store.getState().setStopsItself(false);
  measure(page, [0.4, 0.3, 0.3, 0.3, 0.3, 0.3]);
  await settled();
  expect(state(page)).toBe('running');
  await (await newbornOf(page)).stop();
  expect(state(page)).toBe('hand');
});

it('rests with the run and goes on with it, whoever says so', async () => {
  const page = await born();
  tell(page, 'pause');
  expect(state(page)).toBe('paused');
  tell(page, 'play');
  expect(state(page)).toBe('running');
});

it('is let go of when another model is loaded or another run begins', async () => {
  const page = await born();
  page.store.getState().setSetting('user');
  await settled();
  expect(state(page)).toBe('left');
  const other = await born();
  await (await other.engine.training()).restart();
  expect(state(other)).toBe('left');
});

it('says that training broke down, whether the trainer says so or does not answer', async () => {
  const page = await born();
  page.client.emit('line', { level: 'error', code: 'not-a-number', detail: '12' });
  expect(state(page)).toBe('failed');
  const other = await open('?genre=war');
  await settled();
  other.client.failing.set('reset', 'worker-failed');
  await (await newbornOf(other)).start();
  expect(state(other)).toBe('failed');
  expect(other.store.getState().notices.map(({ code }) => code)).toContain('worker-failed');
});

it('takes its last list down when it has stopped, and keeps it when the visitor trains on', async () => {
  const page = await born();
  const { client } = page;
  client.steps = 320;
  client.emit('progress', { step: 320, tasksSeen: 2560, loss: 1, rate: 9, phase: 'update' });
  await (await newbornOf(page)).stop();
  await settled();
  expect(page.store.getState().newborn?.now?.steps).toBe(320);
  client.steps = 400;
  client.emit('parameters', { steps: 400 });
  await settled();
  expect(page.store.getState().newborn?.now?.steps).toBe(320);
});
