import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import { useApp } from '../../store';
import { useLanguage } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { decimals } from '../common/numbers';
import { allSteps, meluId, MOST_STEPS } from './systems';
import { AdaptingClaim } from './AdaptingClaim';
import { Leaderboard } from './Leaderboard';
import { METRICS, type Metric } from '../../../src/kinds';
import { levelName, qualityText, qualityTick } from './names';
import { RunBar } from './RunBar';
import { currentKey, runCurrent, setSteps, useRace } from './state';
import { StepsChart, type Level } from './StepsChart';
import type { Runs } from './summary';

/** Everybody on the visitor's own support set. */
export function CurrentRace() {
  const t = useLazyStrings().race;
  const setting = useApp((s) => s.setting);
  const isEmpty = useApp((s) => s.support[s.setting].items.length === 0);
  const key = useApp(currentKey);
  const steps = useRace((s) => s.steps);
  const ran = useRace((s) => s.current);
  const running = useRace((s) => s.running);
  const shown = ran?.setting === setting ? ran : null;
  const isStale = shown !== null && shown.key !== key;
  const done = Object.values(shown?.runs ?? {});
  const lacksQuality = done.length > 0 && !done.some((run) => run?.quality);
  const missing = lacksQuality && !running ? t.tooFew[setting] : null;
  const metric = METRICS[setting];
  return (
    <>
      <RunBar
        view="current"
        label={shown ? t.runAgain : t.run}
        start={runCurrent}
        note={isStale ? t.stale : missing}
        blocked={isEmpty ? t.needsSupport[setting] : null}
      />
      {shown && Object.keys(shown.runs).length > 0 ? (
        <div className="race-results" data-stale={isStale || undefined} data-metric={metric}>
          <Leaderboard runs={shown.runs} steps={steps} metric={metric} />
          <AdaptingClaim runs={shown.runs} against={meluId(steps)} />
          <StepsSlider />
          <Curves runs={shown.runs} steps={steps} metric={metric} />
        </div>
      ) : (
        <p className="race-empty">{t.emptyPresent}</p>
      )}
    </>
  );
}

function StepsSlider() {
  const t = useLazyStrings().race;
  const steps = useRace((s) => s.steps);
  return (
    <Slider
      className="learning-rate race-steps"
      value={steps}
      minValue={0}
      maxValue={MOST_STEPS}
      onChange={setSteps}
    >
      <Label>{t.steps}</Label>
      <SliderOutput className="num" />
      <SliderTrack className="slider-track">
        {({ state }) => (
          <>
            <span className="slider-fill" style={{ width: `${state.getThumbPercent(0) * 100}%` }} />
            <SliderThumb className="slider-thumb" />
          </>
        )}
      </SliderTrack>
    </Slider>
  );
}

/** MeLU's inner loop: what it descends, and what that is worth on the query. */
function Curves({ runs, steps, metric }: { runs: Runs; steps: number; metric: Metric }) {
  const t = useLazyStrings().race;
  const language = useLanguage();
  const losses = runs[meluId(MOST_STEPS)]?.supportLoss ?? [];
  const quality = allSteps.flatMap((k) => {
    const value = runs[meluId(k)]?.quality?.value;
    return value === undefined ? [] : [[k, value] as const];
  });
  const levels = (['cmml', 's2meta', 'dcn'] as const).flatMap((id): Level[] => {
    const value = runs[id]?.quality?.value;
    if (value === undefined) return [];
    return [{ id, label: levelName(t, id), value }];
  });
  const axes = { xLabel: t.stepsAxis, most: MOST_STEPS, marked: steps };
  const flat = losses.findIndex((loss) => loss === 0);
  return (
    <div className="race-charts">
      {losses.length > 0 && (
        <StepsChart
          {...axes}
          title={t.lossCurve}
          series={[
            { id: 'melu', label: t.figure.melu, points: losses.map((loss, k) => [k, loss]) },
          ]}
          levels={[]}
          format={(value) => decimals(value, 2, language)}
          fileName="race-support-loss"
        />
      )}
      {quality.length > 1 && (
        <StepsChart
          {...axes}
          title={t.qualityCurve[metric]}
          series={[{ id: 'melu', label: t.figure.melu, points: quality }]}
          levels={levels}
          format={(value) => qualityText(metric, value, language)}
          formatTick={(value) => qualityTick(metric, value, language)}
          fileName="race-inner-steps"
        />
      )}
      {flat > 0 && <p className="race-fine">{t.flat(flat)}</p>}
    </div>
  );
}
