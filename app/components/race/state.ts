/** The race's own store: what was run, what is running, and how to start and stop it. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { store } from '../../store';
import { failureOf, type Failure } from '../../store/faults';
import { currentVariant } from '../../store/model';
import type { RaceClient } from '../../client/race-client';
import type { RaceTask, RaceTasks, RaceTraining } from '../../protocol/race';
import type { BackendName, PageSetting } from '../../protocol/vocabulary';
import {
  systemOf,
  HELD_OUT_FIELD,
  kindOf,
  currentField,
  TRAINING_FIELD,
  USUAL_STEPS,
  type SystemId,
} from './systems';
import { racerBackend, withRacer, type CurrentModel } from './racer';
import type { HeldOutRow, Runs } from './summary';

const REPEATS = 7;
const HELD_OUT_REPEATS = 3;
const TRAINING_REPEATS = 5;

export type RaceView = 'current' | 'heldOut' | 'cost';

interface Running {
  view: RaceView;
  setting: PageSetting;
  done: number;
  total: number;
  /** Who has not run yet, the one under way first. */
  waiting: readonly SystemId[];
}

export interface RaceState {
  view: RaceView;
  /** MeLU's inner steps in the table and on the curves. */
  steps: number;
  raceTasks: Partial<Record<PageSetting, RaceTasks>>;
  backend: BackendName | null;
  /** The last race on the visitor's support set; `key` says what it was run with. */
  current: { setting: PageSetting; key: string; runs: Runs } | null;
  heldOut: { setting: PageSetting; rows: HeldOutRow[]; asked: number } | null;
  training: { setting: PageSetting; times: Partial<Record<SystemId, RaceTraining>> } | null;
  running: Running | null;
  /** Runs that the visitor ended early, until their view is run again. */
  stopped: Partial<Record<RaceView, Running>>;
  failure: Failure | null;
}

const race = createStore<RaceState>(() => ({
  view: 'current',
  steps: USUAL_STEPS,
  raceTasks: {},
  backend: null,
  current: null,
  heldOut: null,
  training: null,
  running: null,
  stopped: {},
  failure: null,
}));

export function useRace<T>(select: (state: RaceState) => T): T {
  return useStore(race, select);
}

export const setView = (view: RaceView) => race.setState({ view });
export const setSteps = (steps: number) => race.setState({ steps });

/** What the present race depends on: when it changes, results are of another support set or model. */
export function currentKey(state: ReturnType<typeof store.getState>): string {
  const { setting, support, model } = state;
  return JSON.stringify([currentVariant(state), support[setting].items, model?.steps ?? 0]);
}

/** Counts starts and stops: a run goes on only while the number is still its own. */
let turn = 0;

export function stop(): void {
  turn++;
  race.setState(({ running, stopped }) => ({
    running: null,
    stopped: running ? { ...stopped, [running.view]: running } : stopped,
  }));
}

/** Everybody on the visitor's support set; results come in one by one. */
export function runCurrent(): Promise<void> {
  const { setting, support, catalogue } = store.getState();
  const { genre, items } = support[setting];
  const scenario =
    genre === null ? -1 : (catalogue?.scenarios.findIndex((s) => s.id === genre) ?? -1);
  const task: RaceTask = {
    kind: 'current',
    support: [...items],
    scenario: scenario < 0 ? null : scenario,
  };
  const key = currentKey(store.getState());
  return run('current', setting, async ({ ask, model, isOn, progress }) => {
    const field = await shipped(ask, setting, currentField(race.getState().steps));
    race.setState({ current: { setting, key, runs: {} } });
    for (const [done, id] of field.entries()) {
      progress(done, field.length, field.slice(done));
      const result = await ask('race', {
        setting,
        system: systemOf(id, model),
        task,
        repeats: REPEATS,
      });
      if (!isOn()) return;
      const { current } = race.getState();
      race.setState({ current: { setting, key, runs: { ...current?.runs, [id]: result } } });
    }
  });
}

/** Everybody on `count` validation tasks, task by task. */
export function runHeldOut(count: number): Promise<void> {
  const { setting } = store.getState();
  return run('heldOut', setting, async ({ ask, model, isOn, progress }) => {
    const field = await shipped(ask, setting, HELD_OUT_FIELD);
    const tasks = race.getState().raceTasks[setting]!.heldOut.slice(0, count);
    race.setState({ heldOut: { setting, rows: [], asked: tasks.length } });
    for (const [index, task] of tasks.entries()) {
      const runs: Runs = {};
      for (const [n, id] of field.entries()) {
        progress(index * field.length + n, tasks.length * field.length, field.slice(n));
        runs[id] = await ask('race', {
          setting,
          system: systemOf(id, model),
          task: { kind: 'heldOut', index },
          repeats: HELD_OUT_REPEATS,
        });
        if (!isOn()) return;
      }
      const { heldOut } = race.getState();
      const rows = [...(heldOut?.rows ?? []), { task, runs }];
      race.setState({ heldOut: { setting, rows, asked: tasks.length } });
    }
  });
}

/** Times a meta-training step of everybody who adapts. */
export function runTraining(): Promise<void> {
  const { setting } = store.getState();
  return run('cost', setting, async ({ ask, model, isOn, progress }) => {
    const field = await shipped(ask, setting, TRAINING_FIELD);
    race.setState({ training: { setting, times: {} } });
    for (const [done, id] of field.entries()) {
      progress(done, field.length, field.slice(done));
      const system = systemOf(id, model);
      const time = await ask('raceTraining', { setting, system, repeats: TRAINING_REPEATS });
      if (!isOn()) return;
      const { training } = race.getState();
      race.setState({ training: { setting, times: { ...training?.times, [id]: time } } });
    }
  });
}

interface RunTools {
  ask: RaceClient['ask'];
  model: CurrentModel;
  /** False once this run was stopped or another started. */
  isOn(): boolean;
  progress(done: number, total: number, waiting: readonly SystemId[]): void;
}

async function run(
  view: RaceView,
  setting: PageSetting,
  body: (tools: RunTools) => Promise<void>,
): Promise<void> {
  const mine = ++turn;
  const isOn = () => turn === mine;
  const progress: RunTools['progress'] = (done, total, waiting) => {
    if (isOn()) race.setState({ running: { view, setting, done, total, waiting } });
  };
  race.setState(({ stopped }) => ({
    failure: null,
    running: { view, setting, done: 0, total: 0, waiting: [] },
    stopped: { ...stopped, [view]: undefined },
  }));
  try {
    await withRacer((ask, model) => body({ ask, model, isOn, progress }));
    if (isOn()) race.setState({ running: null, backend: racerBackend() });
  } catch (error) {
    store.getState().noteFault(error);
    if (isOn()) race.setState({ running: null, failure: failureOf(error) });
  }
}

/** Those of `field` whose parameters ship for the setting; CMML always runs. */
async function shipped(
  ask: RaceClient['ask'],
  setting: PageSetting,
  field: SystemId[],
): Promise<SystemId[]> {
  const known = race.getState().raceTasks[setting];
  const raceTasks = known ?? (await ask('raceTasks', { setting }));
  race.setState((state) => ({
    raceTasks: { ...state.raceTasks, [setting]: raceTasks },
    backend: racerBackend(),
  }));
  return field.filter((id) => id === 'cmml' || kindOf(id) in raceTasks.baselines);
}
