import { median } from 'd3-array';
import { useState } from 'react';
import { interval95 } from '../../../src/statistics/interval';
import { useApp } from '../../store';
import { useLanguage } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { duration, integer } from '../common/numbers';
import { Figure, type FigureTable } from '../figure/Figure';
import { Segmented } from '../common/Segmented';
import { HELD_OUT_FIELD, type SystemId } from './systems';
import { METRICS } from '../../../src/kinds';
import { nameOf, qualityText, qualityTick, taskName } from './names';
import { RunBar } from './RunBar';
import { runHeldOut, useRace } from './state';
import { StripPlot, type Strip } from './StripPlot';
import { duel, qualities, timingOf, type HeldOutRow } from './summary';

const COUNTS = ['4', '8', '16'] as const;
/** Baselines that CMML is set against in words. */
const DUELS: SystemId[] = ['melu-5', 'melu-20', 's2meta'];
const LOST_SHOWN = 3;

/** Everybody on tasks of the validation fold, with the spread. */
export function HeldOutRace() {
  const t = useLazyStrings().race;
  const setting = useApp((s) => s.setting);
  const ran = useRace((s) => s.heldOut);
  const [count, setCount] = useState<(typeof COUNTS)[number]>('16');
  const rows = ran?.setting === setting ? ran.rows : [];
  return (
    <>
      <RunBar
        view="heldOut"
        label={rows.length > 0 ? t.runAgain : t.run}
        start={() => runHeldOut(Number(count))}
      >
        <Segmented
          look="words"
          label={t.held.tasks}
          segments={COUNTS.map((id) => ({ id, label: t.held.of(id) }))}
          value={count}
          onChange={setCount}
        />
      </RunBar>
      {rows.length > 0 ? (
        <Results rows={rows} />
      ) : (
        <p className="race-empty">{t.held.empty[setting]}</p>
      )}
    </>
  );
}

function Results({ rows }: { rows: readonly HeldOutRow[] }) {
  const t = useLazyStrings().race;
  const language = useLanguage();
  const setting = useApp((s) => s.setting);
  const catalogue = useApp((s) => s.catalogue);
  const metric = METRICS[setting];
  const format = (value: number) => qualityText(metric, value, language);
  const strips = HELD_OUT_FIELD.flatMap((id): Strip[] => {
    const own = qualities(rows, id);
    if (own.length === 0) return [];
    const interval = interval95(own);
    const { mean, half } = interval;
    const ms =
      median(rows.flatMap(({ runs }) => (runs[id] ? [timingOf(runs[id]).total] : []))) ?? 0;
    const dots = rows.flatMap(({ task, runs }) => {
      const value = runs[id]?.quality?.value;
      return value === undefined ? [] : [{ task: taskName(t, setting, task, catalogue), value }];
    });
    const shown = half === null ? format(mean) : t.held.meanOf(format(mean), format(half));
    return [
      {
        id,
        label: nameOf(t, id),
        dots,
        interval,
        text: `${shown} · ${duration(ms, language)}`,
      },
    ];
  });
  const table = (): FigureTable => ({
    columns: [t.held.each[setting], ...strips.map(({ label }) => label)],
    rows: rows.map(({ task, runs }) => [
      taskName(t, setting, task, catalogue),
      ...strips.map(({ id }) => {
        const value = runs[id]?.quality?.value;
        return value === undefined ? t.none : format(value);
      }),
    ]),
  });
  return (
    <div className="race-results" data-tasks={rows.length} data-metric={metric}>
      <Figure
        className="race-chart"
        label={t.held.plot[metric]}
        fileName="race-held-out"
        table={table}
        tools={<span>{t.held.legend}</span>}
      >
        <p className="race-chart-title" data-caption>
          {t.held.plot[metric]}
        </p>
        <StripPlot
          strips={strips}
          format={format}
          formatTick={(value) => qualityTick(metric, value, language)}
        />
      </Figure>
      <Duels rows={rows} />
      {strips.length > 1 && <p className="race-seen">{t.held.seen}</p>}
    </div>
  );
}

/** Who was better how often, and the tasks where it was not CMML. */
function Duels({ rows }: { rows: readonly HeldOutRow[] }) {
  const t = useLazyStrings().race;
  const language = useLanguage();
  const setting = useApp((s) => s.setting);
  const catalogue = useApp((s) => s.catalogue);
  const metric = METRICS[setting];
  const results = DUELS.map((id) => ({ id, ...duel(rows, 'cmml', id) })).filter(
    ({ wins, losses, ties }) => wins + losses + ties > 0,
  );
  const number = (n: number) => integer(n, language);
  return (
    <ul className="race-duels">
      {results.map(({ id, wins, losses, ties, lost }) => (
        <li key={id} data-duel={id}>
          {t.held.duel(nameOf(t, id), number(wins), number(losses), number(ties))}{' '}
          {lost.length === 0 ? (
            t.held.noneLost
          ) : (
            <>
              {t.held.lost}{' '}
              {lost
                .slice(0, LOST_SHOWN)
                .map(
                  ({ task, by }) =>
                    `${taskName(t, setting, task, catalogue)} (${t.held.by(qualityText(metric, by, language))})`,
                )
                .join(', ')}
              {lost.length > LOST_SHOWN ? ', …' : '.'}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
