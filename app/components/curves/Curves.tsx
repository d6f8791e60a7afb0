import { memo, useMemo, useRef, useState } from 'react';
import { extent } from 'd3-array';
import { useLazyStrings } from '../../strings/lazy';
import type { EvaluationPoint } from '../../protocol/trainer';
import { Figure, type FigureTable } from '../figure/Figure';
import { fixed, share } from '../figure/numbers';
import { useWidth } from '../figure/useWidth';
import { CurveChart } from './CurveChart';
import './curves.css';
import { curveRows, nearestTo, robustRange, smoothed, thinned } from './series';
import { TimeScrubber, type ScrubberMark } from './TimeScrubber';

export interface CurvesProps {
  losses: readonly { tasksSeen: number; loss: number }[];
  evaluations: readonly EvaluationPoint[];
  /** Where a hyperparameter was edited. */
  marks: readonly { tasksSeen: number; label: string }[];
  checkpoints: readonly ScrubberMark[];
  /** Step of the checkpoint that is shown; null for the newest. */
  shown: number | null;
  /** The run goes on from the parameters that ship, which have seen the validation fold. */
  isShipped?: boolean;
  onRewind: (step: number | null) => void;
  onContinue: (step: number) => void;
}

const BUCKETS = 400;
const HEIGHT = 118;
/** Rows of the table when nothing has been evaluated yet. */
const LOSS_ROWS = 20;

/** Quality on validation and training loss over tasks seen, one above the other on a common axis. */
export const Curves = memo(function Curves(props: CurvesProps) {
  const { losses, evaluations, marks, checkpoints, shown, isShipped, onRewind, onContinue } = props;
  const strings = useLazyStrings().curves;
  const box = useRef<HTMLDivElement>(null);
  const width = Math.max(240, useWidth(box));
  const [pointed, setPointed] = useState<number | null>(null);

  const loss = useMemo(() => {
    const points = losses.map((point) => ({ x: point.tasksSeen, y: point.loss }));
    const smooth = smoothed(points);
    return {
      raw: thinned(points, BUCKETS),
      smooth: thinned(smooth, BUCKETS),
      range: robustRange(points, smooth),
    };
  }, [losses]);
  const metric = evaluations.at(-1)?.metric ?? '';
  const isShare = /^(recall|ndcg)/.test(metric);
  const heldOut = evaluations.map(({ tasksSeen, value }) => ({ x: tasksSeen, y: value }));
  const [worst = 0, best = 1] = extent(heldOut, ({ y }) => y);
  const domain = [0, Math.max(loss.raw.at(-1)?.x ?? 0, heldOut.at(-1)?.x ?? 0, 1)] as const;
  const cursor = checkpoints.find(({ step }) => step === shown)?.tasksSeen ?? null;
  const common = { width, height: HEIGHT, domain, cursor, pointed, onPoint: setPointed };

  const near = (x: number) => {
    const point = nearestTo(loss.smooth, x);
    return point ? fixed(point.y, 4) : '';
  };
  const table = (): FigureTable =>
    heldOut.length > 0
      ? {
          columns: [strings.tasksSeen, strings.heldOut(metric), strings.lossSmooth],
          rows: heldOut.map(({ x, y }) => [String(x), fixed(y, 4), near(x)]),
        }
      : {
          columns: [strings.tasksSeen, strings.lossSmooth],
          rows: thinned(loss.smooth, LOSS_ROWS / 2).map(({ x, y }) => [String(x), fixed(y, 4)]),
        };

  const data = (): FigureTable => ({
    columns: [strings.tasksSeen, strings.loss, strings.lossSmooth, strings.heldOut(metric || '–')],
    rows: curveRows(losses, heldOut),
  });

  return (
    <Figure className="curves" label={strings.label} fileName="training" table={table} data={data}>
      <div ref={box} className="curves-box" style={{ minHeight: 2 * HEIGHT }}>
        <CurveChart
          {...common}
          title={metric ? strings.heldOut(metric) : strings.heldOutWaiting}
          range={[isShare ? 0 : worst, best]}
          series={[{ id: 'held-out', className: 'curve is-held-out', points: heldOut }]}
          marks={[]}
          format={(value) => (isShare ? share(value) : fixed(value, 3))}
        />
        <CurveChart
          {...common}
          title={strings.loss}
          range={loss.range}
          series={[
            { id: 'raw', className: 'curve is-raw', points: loss.raw },
            { id: 'smooth', className: 'curve is-smooth', points: loss.smooth },
          ]}
          marks={marks.map(({ tasksSeen, label }) => ({ x: tasksSeen, label }))}
          format={(value) => fixed(value, 2)}
          xLabel={strings.tasksSeen}
        />
      </div>
      <p className="curves-note">
        {strings.validation} {isShipped && strings.seen}
      </p>
      <TimeScrubber
        checkpoints={checkpoints}
        shown={shown}
        onRewind={onRewind}
        onContinue={onContinue}
      />
    </Figure>
  );
});
