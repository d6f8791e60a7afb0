import { Play } from 'lucide-react';
import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { useLanguage } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { IconButton } from '../common/IconButton';
import { integer } from '../common/numbers';
import {
  differenceWords,
  standsAlone,
  type FamilyMetric,
  type FamilySummary,
} from './family-words';
import { percent } from './share-words';
import type { FamilyDifference } from './useFamilies';

const ROW = 30;
const WIDTH = 420;
const PAD = 14;

interface FamilyRowProps {
  recorded: FamilySummary;
  /** What was run on this page. */
  here: FamilySummary | null;
  stepsHere: number;
  metric: FamilyMetric;
  /** Whatever is drawn to the same scale. */
  scaleOf: readonly FamilySummary[];
  canRun: boolean;
  onRun: () => void;
}

/** What was recorded of one system, and below it what was run on this page. */
export function FamilyRow({
  recorded,
  here,
  stepsHere,
  metric,
  scaleOf,
  canRun,
  onRun,
}: FamilyRowProps) {
  const { lab, tastes } = useLazyStrings();
  const t = tastes.families;
  const language = useLanguage();
  const name = t.systems[recorded.system] ?? recorded.system;
  return (
    <>
      <div className="families-row" role="row" data-system={recorded.system}>
        <span role="rowheader">{name}</span>
        <Cells summary={recorded} recorded={recorded} metric={metric} scaleOf={scaleOf} />
        <span role="cell" className="families-go">
          <IconButton label={lab.runRow(name)} isDisabled={!canRun} onPress={onRun}>
            <Play size={13} />
          </IconButton>
        </span>
      </div>
      {here && (
        <div className="families-row is-here" role="row" data-here={recorded.system}>
          <span role="rowheader" className="lab-here">
            {lab.live(lab.effort(here.seeds.length, integer(stepsHere, language)))}
          </span>
          <Cells summary={here} recorded={recorded} metric={metric} scaleOf={scaleOf} />
          <span role="cell" />
        </div>
      )}
    </>
  );
}

type CellsProps = Pick<FamilyRowProps, 'recorded' | 'metric' | 'scaleOf'> & {
  summary: FamilySummary;
};

/** The figure of a row, its difference as a picture and in words, and how many seeds are behind it. */
function Cells({ summary, recorded, metric, scaleOf }: CellsProps) {
  const t = useLazyStrings().tastes.families;
  const difference = summary.difference?.[metric];
  return (
    <>
      <span role="cell" className="num">
        {percent(summary.mean[metric])}
      </span>
      <span role="cell" className="families-difference">
        {difference && <Interval difference={difference} all={scaleOf} metric={metric} />}
      </span>
      <span role="cell" className="num families-words">
        {difference ? differenceWords(difference, t) : standsAlone(recorded, t)}
      </span>
      <span role="cell" className="num families-seeds">
        {t.seeds(summary.seeds.length)}
      </span>
    </>
  );
}

/** The difference as a dot, its bootstrap bounds as a bar, and zero as a line. */
function Interval({
  difference,
  all,
  metric,
}: {
  difference: FamilyDifference;
  all: readonly FamilySummary[];
  metric: FamilyMetric;
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
