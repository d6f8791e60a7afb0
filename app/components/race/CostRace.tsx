import { median } from 'd3-array';
import { useApp } from '../../store';
import { useLanguage, useStrings } from '../../strings';
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
  const t = useStrings().race;
  const setting = useApp((s) => s.setting);
  const ran = useRace((s) => s.present);
  const runs = ran?.setting === setting ? ran.runs : {};
  return (
    <div className="race-results">
      <Figure2 runs={runs} />
      <h3>{t.table1.title}</h3>
      <p className="panel-sub">{t.table1.sub}</p>
      <RunBar view="cost" label={t.table1.runTraining} start={runTraining} />
      <Table1 runs={runs} />
      <p className="race-fine">{t.table1.note}</p>
    </div>
  );
}

function Figure2({ runs }: { runs: Runs }) {
  const t = useStrings().race;
  const language = useLanguage();
  const steps = allSteps.filter((k) => k > 0 && runs[meluId(k)]);
  if (steps.length === 0) return <p className="race-empty">{t.figure.needsRace}</p>;
  const charts = [
    {
      id: 'time',
      title: t.figure.time,
      of: (id: EntrantId) => timingOf(runs[id]!).adapt,
      places: 1,
    },
    {
      id: 'memory',
      title: t.figure.memory,
      of: (id: EntrantId) => runs[id]!.adaptBytes / MEGA,
      places: 1,
    },
  ];
  return (
    <>
      <h3>{t.figure.title}</h3>
      <div className="race-charts">
        {charts.map(({ id, title, of, places }) => {
          const series: Series[] = [
            { id: 'melu', label: t.figure.melu, points: steps.map((k) => [k, of(meluId(k))]) },
          ];
          if (runs.s2meta) {
            const taken = runs.s2meta.backwardPasses;
            const label = t.entrants.s2meta.name(null);
            series.push({ id: 's2meta', label, points: [[taken, of('s2meta')]] });
          }
          const levels: Level[] = runs.cmml
            ? [{ id: 'cmml', label: t.entrants.cmml.name, value: of('cmml') }]
            : [];
          return (
            <StepsChart
              key={id}
              title={title}
              xLabel={t.stepsAxis}
              most={MOST_STEPS}
              series={series}
              levels={levels}
              format={(value) => decimals(value, places, language)}
              fromZero
              table={{ caption: title, steps: t.stepsAxis, summary: t.asTable }}
            />
          );
        })}
      </div>
    </>
  );
}

/** Adapting at the figure's steps, and the training steps that were timed. */
const ROWS: EntrantId[] = [
  ...new Set<EntrantId>([...FIGURE_STEPS.map(meluId), ...TRAINING_FIELD]),
].sort((a, b) => order(a) - order(b));

function order(id: EntrantId): number {
  return stepsOf(id) ?? (id === 's2meta' ? MOST_STEPS + 1 : MOST_STEPS + 2);
}

function Table1({ runs }: { runs: Runs }) {
  const t = useStrings().race;
  const language = useLanguage();
  const setting = useApp((s) => s.setting);
  const timed = useRace((s) => s.training);
  const times = timed?.setting === setting ? timed.times : {};
  const adapting = (id: EntrantId) => (runs[id] ? timingOf(runs[id]).adapt : undefined);
  const training = (id: EntrantId) => median(times[id]?.ms ?? []);
  const cell = (value: number | undefined, cmml: number | undefined) => {
    if (value === undefined) return t.none;
    const text = duration(value, language);
    if (cmml === undefined || value === cmml) return text;
    return `${text} · ${t.table1.timesCmml(decimals(value / cmml, 1, language))}`;
  };
  const formulas = (id: EntrantId) =>
    t.table1.formulas[stepsOf(id) === null ? (id as 's2meta' | 'cmml') : 'melu'];
  const tasks = times.cmml?.tasks ?? times['melu-1']?.tasks ?? 4;
  return (
    <div className="race-scroll" tabIndex={0} role="region" aria-label={t.table1.title}>
      <table className="race-table1">
        <caption className="visually-hidden">{t.table1.title}</caption>
        <thead>
          <tr>
            <th scope="col">{t.table1.algorithm}</th>
            <th scope="col">{t.table1.inference}</th>
            <th scope="col">{t.table1.measuredInference}</th>
            <th scope="col">{t.table1.trainingStep}</th>
            <th scope="col">{t.table1.measuredTraining(tasks)}</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map((id) => (
            <tr key={id} data-entrant={id} className={id === 'cmml' ? 'is-cmml' : undefined}>
              <th scope="row">{nameOf(t, id)}</th>
              <td className="formula">{formulas(id).inference}</td>
              <td className="num">{cell(adapting(id), adapting('cmml'))}</td>
              <td className="formula">{formulas(id).training}</td>
              <td className="num">{cell(training(id), training('cmml'))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
