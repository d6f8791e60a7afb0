import { useApp } from '../../store';
import { useLanguage } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { decimals } from '../common/numbers';
import { costs, type CostOf, type Costs } from './costs';
import { allSteps, FIGURE_STEPS, meluId, MOST_STEPS, s2metaId } from './systems';
import { RunBar } from './RunBar';
import { runTraining, useRace } from './state';
import { StoppedNote } from './StoppedNote';
import { StepsChart, type Level, type Series } from './StepsChart';
import { Table1 } from './Table1';

/** What adapting costs: the paper's Figure 2 and Table 1, measured here. */
export function CostRace() {
  const t = useLazyStrings().race;
  const setting = useApp((s) => s.setting);
  const ran = useRace((s) => s.current);
  const timed = useRace((s) => s.training);
  const runs = ran?.setting === setting ? ran.runs : {};
  const times = timed?.setting === setting ? timed.times : {};
  const of = costs(runs, times);
  return (
    <div className="race-results">
      <RunBar view="cost" label={t.figure.runTraining} start={runTraining} />
      <h3>{t.figure.title}</h3>
      <StoppedNote view="current" />
      <Figure2 of={of} taken={runs.s2meta?.backwardPasses} />
      <h3>{t.table1.title}</h3>
      <p className="panel-sub">{t.table1.sub}</p>
      <Table1 of={of} runs={runs} tasks={times.cmml?.tasks ?? null} />
      <p className="race-fine">{t.table1.note}</p>
    </div>
  );
}

/** @param taken steps that s2Meta's stop controller let it take on the present support set */
function Figure2({ of, taken }: { of: Costs; taken?: number }) {
  const t = useLazyStrings().race;
  const setting = useApp((s) => s.setting);
  // Meta-training goes through all the steps that there can be.
  const most = useRace((s) => s.raceTasks[setting]?.baselines.s2meta?.steps);
  const hasRun = of.adaptMs('cmml') !== undefined;
  const hasTimes = of.trainMs('cmml') !== undefined;
  if (!hasRun && !hasTimes) return <p className="race-empty">{t.figure.needsRace}</p>;
  return (
    <div className="race-charts">
      {hasRun && (
        <>
          <CostChart
            title={t.figure.adaptTime}
            fileName="figure-2-adapting-ms"
            steps={allSteps}
            of={of.adaptMs}
            own={taken}
          />
          <CostChart
            title={t.figure.adaptMemory}
            fileName="figure-2-adapting-mb"
            steps={allSteps}
            of={of.adaptMb}
            own={taken}
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
            own={most}
          />
          <CostChart
            title={t.figure.trainMemory}
            fileName="figure-2-training-mb"
            steps={FIGURE_STEPS}
            of={of.trainMb}
            own={most}
          />
        </>
      )}
    </div>
  );
}

/** A cost against inner steps, as in the paper's Figure 2; CMML takes none. */
function CostChart({
  title,
  fileName,
  steps,
  of,
  own,
}: {
  title: string;
  fileName: string;
  steps: readonly number[];
  of: CostOf;
  /** Steps that s2Meta takes where it is not told how many. */
  own?: number;
}) {
  const t = useLazyStrings().race;
  const language = useLanguage();
  const melu = steps.flatMap((k) => {
    const value = k > 0 ? of(meluId(k)) : undefined;
    return value === undefined ? [] : [[k, value] as const];
  });
  const s2meta = of('s2meta');
  const cmml = of('cmml');
  const stepped = new Map<number, number>();
  for (const k of FIGURE_STEPS) {
    const value = of(s2metaId(k));
    if (value !== undefined) stepped.set(k, value);
  }
  if (s2meta !== undefined && own !== undefined) stepped.set(own, s2meta);
  const series: Series[] = [
    { id: 'melu', label: t.figure.melu, points: melu },
    {
      id: 's2meta',
      label: t.systems.s2meta.name(null),
      points: [...stepped].sort(([a], [b]) => a - b),
    },
  ].filter(({ points }) => points.length > 0);
  const levels: Level[] = [];
  if (cmml !== undefined) levels.push({ id: 'cmml', label: t.systems.cmml.name, value: cmml });
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
