/** What is measured for the lab's tables: every system of a table, plain and under full treatment. */
import { LAB_TABLES } from '../../app/components/lab/tables';
import type { ResultRow } from '../../src/model/evaluation/rows';
import { SYSTEMS } from '../../src/model/registry';
import { scheduleOf } from '../../src/model/recipes';
import { findSystem } from '../../src/model/systems';
import type { Setting, Treatment } from '../../src/model/types';

export interface LabMeasurement {
  setting: Setting;
  treatment: Treatment;
  system: string;
  /** Seeds 0 to `seeds - 1`. */
  seeds: number;
  /** Fewer meta-training steps than the recipe of the setting has. */
  steps?: number;
}

/** Where a step costs so much that fewer steps, or seeds, have to do; the lab shows both. */
const SHORTENED: Record<string, Partial<Pick<LabMeasurement, 'seeds' | 'steps'>>> = {
  // Its two LSTMs run through every parameter in every inner step.
  s2meta: { seeds: 1, steps: 200 },
  // Trains anew, for 200 steps, on every held-out task.
  conet: { seeds: 1 },
};

const MAIN_SEEDS = 3;
/** Ablations of the encoder and of the hybrid context. */
const ABLATION_SEEDS = 1;
/** Under full treatment: what the recipe is set against, run by run. */
const COMPARED_SEEDS = 5;
const COMPARED: Partial<Record<Setting, readonly string[]>> = {
  ranking: ['cmml-best', 'cmml-none', 'cmml-sigmoid', 'cmml-film', 'cmml-linear'],
  rating: ['cmml-best', 'melu-5', 'bias'],
};

function seedsOf(setting: Setting, treatment: Treatment, system: string): number {
  if (treatment === 'full' && COMPARED[setting]?.includes(system)) return COMPARED_SEEDS;
  return system.includes(':') ? ABLATION_SEEDS : MAIN_SEEDS;
}

/** In which treatments the lab has a row for a system. */
function treatmentsOf(system: string): Treatment[] {
  // The recommended recipe is under full treatment whatever it is asked for.
  return system === 'cmml-best' ? ['full'] : ['plain', 'full'];
}

export function labPlan(): LabMeasurement[] {
  const rows = LAB_TABLES.flatMap(({ setting, rows }) =>
    rows.flatMap(({ system }) =>
      treatmentsOf(system).map((treatment) => ({
        setting,
        treatment,
        system,
        seeds: seedsOf(setting, treatment, system),
        ...SHORTENED[system],
      })),
    ),
  );
  const key = ({ setting, treatment, system }: LabMeasurement) =>
    `${setting} ${treatment} ${system}`;
  return [...new Map(rows.map((row) => [key(row), row])).values()];
}

/** The tables' support sizes: the protocol of ratings takes all there is, up to 90. */
const SUPPORT: Partial<Record<Setting, number>> = { ranking: 32, rating: 90 };

/** Whether some table shows a row; what none shows is not recorded. */
export const isShown = (row: ResultRow): boolean =>
  row.support === SUPPORT[row.setting] &&
  !row.wrongSupport &&
  labPlan().some(
    ({ setting, treatment, system }) =>
      row.setting === setting && row.treatment === treatment && row.system === system,
  );

/** Whether a row has a figure for every column of its setting's tables. */
const isComplete = (row: ResultRow): boolean =>
  LAB_TABLES.every(
    ({ setting, metrics }) =>
      setting !== row.setting || metrics.every((metric) => typeof row[metric] === 'number'),
  );

/** Seeds of a measurement that `rows` lack: never measured, with other steps, or not in every metric. */
export function seedsMissing(
  { setting, treatment, system, seeds, steps }: LabMeasurement,
  rows: readonly ResultRow[],
): number[] {
  const { trained } = findSystem(SYSTEMS, system);
  const wanted = trained ? (steps ?? scheduleOf(setting, treatment).steps) : 0;
  const known = rows
    .filter(isComplete)
    .filter(
      (row) =>
        row.setting === setting &&
        row.treatment === treatment &&
        row.system === system &&
        row.steps === wanted &&
        !row.wrongSupport,
    );
  return Array.from({ length: seeds }, (_, seed) => seed).filter(
    (seed) => !known.some((row) => row.seed === seed),
  );
}
