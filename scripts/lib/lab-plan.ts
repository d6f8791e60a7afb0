/** What is measured for the lab's tables: every system of a table under each of its protocols and treatments. */
import {
  hasRow,
  supportOf,
  treatmentOf,
  treatmentsOf,
} from '../../app/protocol/lab-tables/protocols';
import { LAB_TABLES } from '../../app/protocol/lab-tables/tables';
import type { ResultRow } from '../../src/model/evaluation/rows';
import { PROTOCOLS } from '../../src/model/protocols';
import { SYSTEMS } from '../../src/model/registry';
import { findSystem } from '../../src/model/systems';
import type { ProtocolId, Setting, Treatment } from '../../src/model/types';

export interface LabMeasurement {
  protocol: ProtocolId;
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
  s2meta: { seeds: 3, steps: 200 },
  // Trains anew, for 200 steps, on every held-out task.
  conet: { seeds: 3 },
};

const MAIN_SEEDS = 5;
/** Ablations of the encoder and of the hybrid context. */
const ABLATION_SEEDS = 3;

export function labPlan(): LabMeasurement[] {
  const rows = LAB_TABLES.flatMap(({ setting, protocols, rows }) =>
    protocols
      // Of the former protocol there is what was recorded, and no more.
      .filter((protocol) => protocol !== 'open-former')
      .flatMap((protocol) =>
        rows
          .filter(({ system }) => hasRow(protocol, system))
          .flatMap(({ system }) =>
            treatmentsOf(protocol)
              .filter((treatment) => treatment === treatmentOf(system, treatment))
              .map((treatment) => ({
                ...{ protocol, setting, treatment, system },
                seeds: system.includes(':') ? ABLATION_SEEDS : MAIN_SEEDS,
                ...SHORTENED[system],
              })),
          ),
      ),
  );
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}

type Identity = Pick<ResultRow, 'protocol' | 'setting' | 'treatment' | 'system'>;

const keyOf = ({ protocol, setting, treatment, system }: Identity) =>
  `${protocol} ${setting} ${treatment} ${system}`;

const PLANNED = new Set(labPlan().map(keyOf));

/** Whether some table shows a row; what none shows is not recorded. Wrong support sets are shown beside CMML. */
export const isShown = (row: ResultRow): boolean =>
  (row.protocol === 'open-former' || PLANNED.has(keyOf(row))) &&
  (!row.wrongSupport || row.system.startsWith('cmml-')) &&
  (row.setting !== 'ranking' || row.support === supportOf(row.protocol as ProtocolId));

/** Whether a row has a figure for every column of its setting's tables. */
const isComplete = (row: ResultRow): boolean =>
  LAB_TABLES.every(
    ({ setting, metrics }) =>
      setting !== row.setting || metrics.every((metric) => typeof row[metric] === 'number'),
  );

/** Seeds of a measurement that `rows` lack: never measured, with other steps, or not in every metric. */
export function seedsMissing(
  { protocol, setting, treatment, system, seeds, steps }: LabMeasurement,
  rows: readonly ResultRow[],
): number[] {
  const { trained } = findSystem(SYSTEMS, system);
  const wanted = trained ? (steps ?? PROTOCOLS[protocol].schedule(setting, treatment).steps) : 0;
  const known = rows
    .filter(isComplete)
    .filter(
      (row) =>
        keyOf(row) === keyOf({ protocol, setting, treatment, system }) &&
        row.steps === wanted &&
        !row.wrongSupport,
    );
  return Array.from({ length: seeds }, (_, seed) => seed).filter(
    (seed) => !known.some((row) => row.seed === seed),
  );
}
