import { useState } from 'react';
import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { useApp } from '../../store';
import { useLazyStrings } from '../../strings/lazy';
import { Choice } from '../common/Choice';
import { Figure, type FigureTable } from '../figure/Figure';
import { currentData } from '../../engine/current-data';
import { BUNDLED_DATA } from '../../storage/names';
import './families.css';
import { useFamilies, type FamilyDifference, type Recorded } from './useFamilies';

const METRICS = [
  'two-tastes', 'two-tastes/worse', 'two-tastes/inside', 'two-tastes/smaller', 'but-not', 'few', 'ordinary',
] as const; // prettier-ignore
type Metric = (typeof METRICS)[number];

const ROW = 30;
const WIDTH = 420;
const PAD = 14;

/** The families of tasks that one vector cannot pass: what was recorded, and what differs from the plain network. */
export function Families() {
  const t = useLazyStrings().tastes.families;
  const recorded = useFamilies();
  const [metric, setMetric] = useState<Metric>('two-tastes');
  useApp((state) => state.language);
  if (recorded === 'loading') return <p className="lab-note">{t.loading}</p>;
  if (recorded === 'missing') return <p className="lab-note" role="alert">{t.failed}</p>; // prettier-ignore
  const { made, summaries } = recorded;
  return (
    <div className="families">
      {currentData() !== BUNDLED_DATA && <p className="lab-note">{t.elsewhere}</p>}
      <Choice
        label={t.choose}
        value={metric}
        options={METRICS.map((id) => ({ id, ...t.metrics[id] }))}
        onChange={(id) => setMetric(id as Metric)}
      />
      <Figure
        label={t.label(t.metrics[metric].name)}
        fileName="families"
        table={() => tableOf(summaries, t)}
      >
        <div className="families-rows" role="table" aria-label={t.label(t.metrics[metric].name)}>
          {summaries.map((summary) => (
            <Row key={summary.system} summary={summary} metric={metric} all={summaries} />
          ))}
        </div>
      </Figure>
      <p className="lab-note">{t.reading}</p>
      <p className="lab-note">{t.made(made.steps, made.commits.join(', '), made.date)}</p>
    </div>
  );
}

type Summary = Recorded['summaries'][number];

interface RowProps {
  summary: Summary;
  metric: Metric;
  all: readonly Summary[];
}

function Row({ summary, metric, all }: RowProps) {
  const t = useLazyStrings().tastes.families;
  const difference = summary.difference?.[metric];
  return (
    <div className="families-row" role="row" data-system={summary.system}>
      <span role="rowheader">{t.systems[summary.system] ?? summary.system}</span>
      <span role="cell" className="num">
        {percent(summary.mean[metric])}
      </span>
      <span role="cell" className="families-difference">
        {difference && <Interval difference={difference} all={all} metric={metric} />}
      </span>
      <span role="cell" className="num families-words">
        {difference ? words(difference, t) : t.reference}
      </span>
      <span role="cell" className="num families-seeds">
        {t.seeds(summary.seeds.length)}
      </span>
    </div>
  );
}

/** The difference as a dot, its bootstrap bounds as a bar, and zero as a line. */
function Interval({
  difference,
  all,
  metric,
}: {
  difference: FamilyDifference;
  all: readonly Summary[];
  metric: Metric;
}) {
  const bounds = all.flatMap(({ difference: of }) =>
    of ? [of[metric].episodes.low, of[metric].episodes.high] : [],
  );
  const [low, high] = extent([0, ...bounds]) as [number, number];
  const x = scaleLinear([low, high], [PAD, WIDTH - PAD]);
  const { episodes, seeds, finding } = difference;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${ROW}`} preserveAspectRatio="none" aria-hidden="true">
      <line className="families-zero" x1={x(0)} x2={x(0)} y1={0} y2={ROW} />
      <line
        className="families-bounds"
        data-finding={finding}
        x1={x(episodes.low)}
        x2={x(episodes.high)}
        y1={ROW / 2}
        y2={ROW / 2}
      />
      <line
        className="families-mean"
        data-finding={finding}
        x1={x(seeds.mean)}
        x2={x(seeds.mean)}
        y1={ROW / 2 - 7}
        y2={ROW / 2 + 7}
      />
    </svg>
  );
}

type Words = ReturnType<typeof useLazyStrings>['tastes']['families'];

function words({ seeds, episodes, finding }: FamilyDifference, t: Words): string {
  const interval = `${signed(seeds.mean)} [${signed(episodes.low)}, ${signed(episodes.high)}]`;
  return finding === 'none shown' ? `${interval} ${t.tie}` : interval;
}

function tableOf(summaries: readonly Summary[], t: Words): FigureTable {
  return {
    columns: [t.system, t.seedsHead, ...METRICS.flatMap((id) => [t.metrics[id].name, t.less])],
    rows: summaries.map(({ system, seeds, mean, difference }) => [
      t.systems[system] ?? system,
      seeds.join(' '),
      ...METRICS.flatMap((id) => [
        percent(mean[id]),
        difference ? words(difference[id], t) : t.reference,
      ]),
    ]),
  };
}

const percent = (value: number): string => (100 * value).toFixed(1);
const signed = (value: number): string => `${value < 0 ? '−' : '+'}${percent(Math.abs(value))}`;
