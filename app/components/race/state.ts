/** The race's own store: what was run, what is running, and how to start and stop it. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { store } from '../../store';
import { presentVariant } from '../../store/model';
import type { RaceClient } from '../../workers/race/client';
import type {
  BackendName,
  Course,
  PageSetting,
  RaceCourses,
  Replies,
} from '../../workers/protocol';
import {
  entrantOf,
  HELD_OUT_FIELD,
  kindOf,
  presentField,
  TRAINING_FIELD,
  USUAL_STEPS,
  type EntrantId,
} from './entrants';
import { racerBackend, withRacer, type PresentModel } from './racer';
import type { HeldOutRow, Runs } from './summary';

const REPEATS = 7;
const HELD_OUT_REPEATS = 3;
const TRAINING_REPEATS = 5;

type TrainingTime = Replies['raceTraining'];

export type RaceView = 'present' | 'heldOut' | 'cost';

interface Running {
  view: RaceView;
  done: number;
  total: number;
}

export interface RaceState {
  view: RaceView;
  /** MeLU's inner steps in the table and on the curves. */
  steps: number;
  courses: Partial<Record<PageSetting, RaceCourses>>;
  backend: BackendName | null;
  /** The last race on the visitor's support set; `key` says what it was run with. */
  present: { setting: PageSetting; key: string; runs: Runs } | null;
  heldOut: { setting: PageSetting; rows: HeldOutRow[]; asked: number } | null;
  training: { setting: PageSetting; times: Partial<Record<EntrantId, TrainingTime>> } | null;
  running: Running | null;
  failure: { code: string; detail: string } | null;
}

const race = createStore<RaceState>(() => ({
  view: 'present',
  steps: USUAL_STEPS,
  courses: {},
  backend: null,
  present: null,
  heldOut: null,
  training: null,
  running: null,
  failure: null,
}));

export function useRace<T>(select: (state: RaceState) => T): T {
  return useStore(race, select);
}

export const setView = (view: RaceView) => race.setState({ view });
export const setSteps = (steps: number) => race.setState({ steps });

/** What the present race depends on: when it changes, results are of another support set or model. */
export function presentKey(state: ReturnType<typeof store.getState>): string {
  const { setting, support, model } = state;
  return JSON.stringify([presentVariant(state), support[setting].items, model?.steps ?? 0]);
}

/** Counts starts and stops: a run goes on only while the number is still its own. */
let turn = 0;

export function stop(): void {
  turn++;
  race.setState({ running: null });
}

/** Everybody on the visitor's support set; results come in one by one. */
export function runPresent(): Promise<void> {
  const { setting, support, catalogue } = store.getState();
  const { genre, items } = support[setting];
  const scenario =
    genre === null ? -1 : (catalogue?.scenarios.findIndex((s) => s.id === genre) ?? -1);
  const course: Course = {
    kind: 'present',
    support: [...items],
    scenario: scenario < 0 ? null : scenario,
  };
  const key = presentKey(store.getState());
  return run('present', async ({ ask, model, isOn, progress }) => {
    const field = await shipped(ask, setting, presentField(race.getState().steps));
    race.setState({ present: { setting, key, runs: {} } });
    for (const [done, id] of field.entries()) {
      progress(done, field.length);
      const result = await ask({
        type: 'race',
        setting,
        entrant: entrantOf(id, model),
        course,
        repeats: REPEATS,
      });
      if (!isOn()) return;
      const { present } = race.getState();
      race.setState({ present: { setting, key, runs: { ...present?.runs, [id]: result } } });
    }
  });
}

/** Everybody on `count` held-out tasks, task by task. */
export function runHeldOut(count: number): Promise<void> {
  const { setting } = store.getState();
  return run('heldOut', async ({ ask, model, isOn, progress }) => {
    const field = await shipped(ask, setting, HELD_OUT_FIELD);
    const tasks = race.getState().courses[setting]!.heldOut.slice(0, count);
    race.setState({ heldOut: { setting, rows: [], asked: tasks.length } });
    for (const [index, task] of tasks.entries()) {
      const runs: Runs = {};
      for (const [n, id] of field.entries()) {
        progress(index * field.length + n, tasks.length * field.length);
        runs[id] = await ask({
          type: 'race',
          setting,
          entrant: entrantOf(id, model),
          course: { kind: 'heldOut', index },
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
  return run('cost', async ({ ask, model, isOn, progress }) => {
    const field = await shipped(ask, setting, TRAINING_FIELD);
    race.setState({ training: { setting, times: {} } });
    for (const [done, id] of field.entries()) {
      progress(done, field.length);
      const entrant = entrantOf(id, model);
      const time = await ask({ type: 'raceTraining', setting, entrant, repeats: TRAINING_REPEATS });
      if (!isOn()) return;
      const { training } = race.getState();
      race.setState({ training: { setting, times: { ...training?.times, [id]: time } } });
    }
  });
}

interface RunTools {
  ask: RaceClient['ask'];
  model: PresentModel;
  /** False once this run was stopped or another started. */
  isOn(): boolean;
  progress(done: number, total: number): void;
}

async function run(view: RaceView, body: (tools: RunTools) => Promise<void>): Promise<void> {
  const mine = ++turn;
  const isOn = () => turn === mine;
  const progress = (done: number, total: number) => {
    if (isOn()) race.setState({ running: { view, done, total } });
  };
  race.setState({ failure: null, running: { view, done: 0, total: 0 } });
  try {
    await withRacer((ask, model) => body({ ask, model, isOn, progress }));
    if (isOn()) race.setState({ running: null, backend: racerBackend() });
  } catch (error) {
    const { code = 'internal', message } = error as { code?: string; message: string };
    if (isOn()) race.setState({ running: null, failure: { code, detail: message } });
  }
}

/** Those of `field` whose parameters ship for the setting; CMML always runs. */
async function shipped(
  ask: RaceClient['ask'],
  setting: PageSetting,
  field: EntrantId[],
): Promise<EntrantId[]> {
  const known = race.getState().courses[setting];
  const courses = known ?? (await ask({ type: 'raceCourses', setting }));
  race.setState((state) => ({
    courses: { ...state.courses, [setting]: courses },
    backend: racerBackend(),
  }));
  return field.filter((id) => id === 'cmml' || kindOf(id) in courses.rivals);
}
