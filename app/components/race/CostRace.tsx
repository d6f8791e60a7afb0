import { median } from 'd3-array';
import { useApp } from '../../store';
import { useLanguage } from '../../strings';
import { useLaterStrings } from '../../strings/later';
import { decimals, duration } from '../common/numbers';
import {
  allSteps,
  meluId,
  MOST_STEPS,
  stepsOf,
  TRAINING_FIELD,
  FIGURE_STEPS,
  type EntrantId,
} from './entrants';
import { nameOf } from './names';
import { RunBar } from './RunBar';
import { runTraining, useRace } from './state';
import { StepsChart, type Level, type Series } from './StepsChart';
import { timingOf, type Runs } from './summary';

const MEGA = 1024 * 1024;

/** What adapting costs: the paper's Figure 2 and Table 1, measured here. */
export function CostRace() {
  const t = useLaterStrings().race;
  const setting = useApp((s) => s.setting);
  const ran = useRace((s) => s.present);
  const timed = useRace((s) => s.training);
  const runs = ran?.setting === setting ? ran.runs : {};
  const times = timed?.setting === setting ? timed.times : {};
  return (
    <div className="race-results">
      <RunBar view="cost" label={t.figure.runTraining} start={runTraining} />
      <h3>{t.figure.title}</h3>
      <Figure2 runs={runs} times={times} />
      <h3>{t.table1.title}</h3>
      <p className="panel-sub">{t.table1.sub}</p>
      <Table1 runs={runs} times={times} />
      <p className="race-fine">{t.table1.note}</p>
    </div>
  );
}

type Times = Partial<Record<EntrantId, { ms: number[]; peakBytes: number; tasks: number }>>;

/** One cost of one entrant, where it was measured. */
type CostOf = (id: EntrantId) => number | undefined;

function costs(
  runs: Runs,
  times: Times,
): Record<'adaptMs' | 'adaptMb' | 'trainMs' | 'trainMb', CostOf> {
  return {
    adaptMs: (id) => runs[id] && timingOf(runs[id]).adapt,
    adaptMb: (id) => runs[id] && runs[id].adaptBytes / MEGA,
    trainMs: (id) => times[id] && median(times[id].ms),
    trainMb: (id) => times[id] && times[id].peakBytes / MEGA,
  };
}

function Figure2({ runs, times }: { runs: Runs; times: Times }) {
  const t = useLaterStrings().race;
  const of = costs(runs, times);
  const hasRun = of.adaptMs('cmml') !== undefined;
  const hasTimes = of.trainMs('cmml') !== undefined;
  if (!hasRun && !hasTimes) return <p className="race-empty">{t.figure.needsRace}</p>;
  // s2Meta takes as many steps as its stop controller lets it.
  const taken = runs.s2meta?.backwardPasses;
  return (
    <div className="race-charts">
      {hasRun && (
        <>
          <CostChart
            title={t.figure.adaptTime}
            fileName="figure-2-adapting-ms"
            steps={allSteps}
            of={of.adaptMs}
            taken={taken}
          />
          <CostChart
            title={t.figure.adaptMemory}
            fileName="figure-2-adapting-mb"
            steps={allSteps}
            of={of.adaptMb}
            taken={taken}
          />
        </>
      )}
      {hasTimes && (
        <>
          <CostChart
            title={t.figure.trainTime}
            fileName="figure-2-training-ms"
            steps={FIGURE_STEPS}
            of={of.trainMs}
          />
          <CostChart
            title={t.figure.trainMemory}
            fileName="figure-2-training-mb"
            steps={FIGURE_STEPS}
            of={of.trainMb}
          />
        </>
      )}
    </div>
  );
}

/** A cost against MeLU's inner steps; CMML takes none. */
function CostChart({
  title,
  fileName,
  steps,
  of,
  taken,
}: {
  title: string;
  fileName: string;
  steps: readonly number[];
  of: CostOf;
  /** Steps at which s2Meta's mark stands. */
  taken?: number;
}) {
  const t = useLaterStrings().race;
  const language = useLanguage();
  const melu = steps.flatMap((k) => {
    const value = k > 0 ? of(meluId(k)) : undefined;
    return value === undefined ? [] : [[k, value] as const];
  });
  const s2meta = of('s2meta');
  const cmml = of('cmml');
  const s2metaName = t.entrants.s2meta.name(null);
  const series: Series[] = [{ id: 'melu', label: t.figure.melu, points: melu }];
  const levels: Level[] = [];
  if (s2meta !== undefined && taken !== undefined) {
    series.push({ id: 's2meta', label: s2metaName, points: [[taken, s2meta]] });
  } else if (s2meta !== undefined) {
    levels.push({ id: 's2meta', label: s2metaName, value: s2meta });
  }
  if (cmml !== undefined) levels.push({ id: 'cmml', label: t.entrants.cmml.name, value: cmml });
  return (
    <StepsChart
      title={title}
      xLabel={t.stepsAxis}
      most={MOST_STEPS}
      series={series}
      levels={levels}
      format={(value) => decimals(value, value < 10 ? 2 : 1, language)}
      formatTick={(value) => decimals(value, value < 10 && value % 1 !== 0 ? 1 : 0, language)}
      fromZero
      fileName={fileName}
    />
  );
}

function Table1({ runs, times }: { runs: Runs; times: Times }) {
  const t = useLaterStrings().race;
  const language = useLanguage();
  const of = costs(runs, times);
  const measured = (cost: CostOf, id: EntrantId) => {
    const [value, cmml] = [cost(id), cost('cmml')];
    if (value === undefined) return t.none;
    const text = duration(value, language);
    if (cmml === undefined || id === 'cmml') return text;
    return `${text} · ${t.table1.timesCmml(decimals(value / cmml, 1, language))}`;
  };
  const formulas = (id: EntrantId) =>
    t.table1.formulas[stepsOf(id) === null ? (id as 's2meta' | 'cmml') : 'melu'];
  return (
    <div className="race-scroll" tabIndex={0} role="region" aria-label={t.table1.title}>
      <table className="race-table1">
        <caption className="visually-hidden">{t.table1.title}</caption>
        <thead>
          <tr>
            <th scope="col">{t.table1.algorithm}</th>
            <th scope="col">{t.table1.inference}</th>
            <th scope="col">{t.table1.training(times.cmml?.tasks ?? null)}</th>
          </tr>
        </thead>
        <tbody>
          {TRAINING_FIELD.map((id) => (
            <tr key={id} data-entrant={id} className={id === 'cmml' ? 'is-cmml' : undefined}>
              <th scope="row">{nameOf(t, id, runs[id])}</th>
              <td>
                <span className="formula">{formulas(id).inference}</span>
                <span className="num">{measured(of.adaptMs, id)}</span>
              </td>
              <td>
                <span className="formula">{formulas(id).training}</span>
                <span className="num">{measured(of.trainMs, id)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
