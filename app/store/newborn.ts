/** A network that starts untrained and learns in sight: what it listed before, and what it lists now. */
import type { StateCreator } from 'zustand';
import type { PageSetting, SupportItem } from '../protocol/vocabulary';
import type { AppState } from './state';

/** The list of a network for one support set, at one step of its training. */
export interface NewbornList {
  steps: number;
  /** The first items of the whole catalogue, best first, without the support set's. */
  first: readonly number[];
}

/** A measurement on validation, and the step it was taken at. */
export interface Measurement {
  step: number;
  metric: string;
  value: number;
}

/** `itself` and `hand`: who ended it. `left`: another model took its place. `failed`: training broke down. */
export type NewbornState =
  'starting' | 'running' | 'paused' | 'itself' | 'hand' | 'left' | 'failed';

export interface Newborn {
  state: NewbornState;
  setting: PageSetting;
  /** What both lists are of. */
  support: readonly SupportItem[];
  before: NewbornList | null;
  now: NewbornList | null;
  /** All that was measured of it, oldest first. */
  measurements: readonly Measurement[];
}

/**
 * What stands under each list: the last measurement up to its step, never a later one. A list is read less
 * often than validation may be measured.
 */
export function measurementsOf({ measurements, now }: Newborn): {
  before: Measurement | null;
  now: Measurement | null;
} {
  const trained = measurements.filter(({ step }) => step > 0 && now !== null && step <= now.steps);
  return {
    before: measurements.find(({ step }) => step === 0) ?? null,
    now: trained.at(-1) ?? null,
  };
}

const UNFINISHED: readonly NewbornState[] = ['starting', 'running', 'paused'];

/** One that still learns, or could go on; null: there is none. */
export const unfinished = (newborn: Newborn | null): Newborn | null =>
  newborn && UNFINISHED.includes(newborn.state) ? newborn : null;

export interface NewbornSlice {
  newborn: Newborn | null;
  /** Whether it stops itself once it no longer gets better. */
  stopsItself: boolean;
  setStopsItself(stopsItself: boolean): void;
  /** Another one begins, for the present support set. */
  startNewborn(): void;
  setNewbornState(state: NewbornState): void;
  /** What it lists at a step; the first is what it listed before. */
  noteNewbornList(list: NewbornList): void;
  noteMeasurement(measurement: Measurement): void;
}

/** What becomes of it where another model is loaded or another run begins. */
export const withoutNewborn = (newborn: Newborn | null): Newborn | null =>
  unfinished(newborn) && { ...newborn!, state: 'left' };

export const createNewbornSlice: StateCreator<AppState, [], [], NewbornSlice> = (set) => {
  const change = (how: (newborn: Newborn) => Partial<Newborn>) =>
    set(({ newborn }) => (newborn ? { newborn: { ...newborn, ...how(newborn) } } : {}));
  return {
    newborn: null,
    stopsItself: true,
    setStopsItself: (stopsItself) => set({ stopsItself }),
    startNewborn: () =>
      set(({ setting, support }) => ({
        newborn: {
          state: 'starting',
          setting,
          support: support[setting].items,
          before: null,
          now: null,
          measurements: [],
        },
      })),
    setNewbornState: (state) => change(() => ({ state })),
    noteNewbornList: (list) => change(({ before }) => (before ? { now: list } : { before: list })),
    noteMeasurement: (measurement) =>
      change(({ measurements }) => ({
        measurements: [...measurements.filter(({ step }) => step < measurement.step), measurement],
      })),
  };
};
