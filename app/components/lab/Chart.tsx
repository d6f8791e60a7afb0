import { useState } from 'react';
import type { LabRow } from '../../protocol/lab';
import { useLazyStrings } from '../../strings/lazy';
import { Segmented } from '../common/Segmented';
import { DifferencePlot } from './DifferencePlot';
import { DotPlot } from './DotPlot';
import type { SortKey } from './sort';
import { summaryOf } from './summary';
import type { Metric } from '../../protocol/lab-tables/metric';
import type { LabTable, TableRow } from '../../protocol/lab-tables/tables';
import { useTasks } from './useTasks';

interface ChartProps {
  table: LabTable;
  order: readonly TableRow[];
  /** The sorted column is shown, unless another is chosen. */
  sort: SortKey;
  recorded: readonly LabRow[];
  live: readonly LabRow[];
}

/** Levels of all systems, or what each has more than the one that is chosen as reference. */
export function Chart({ table, order, sort, recorded, live }: ChartProps) {
  const strings = useLazyStrings().lab;
  const [chosen, setChosen] = useState<Metric | null>(null);
  const [against, setAgainst] = useState('');
  const usual = sort === 'paper' ? table.metrics[Math.min(1, table.metrics.length - 1)] : sort;
  const metric = chosen && table.metrics.includes(chosen) ? chosen : usual;
  const measured = order.filter(({ system }) => summaryOf(recorded, system, metric));
  const reference = measured.find(({ system }) => system === against);
  const runs = useTasks(reference !== undefined);
  const tools = (
    <>
      <label className="lab-reference">
        {strings.differences.against}
        <select
          value={reference ? against : ''}
          onChange={({ target }) => setAgainst(target.value)}
        >
          <option value="">{strings.differences.levels}</option>
          {measured.map(({ system, label }) => (
            <option key={system} value={system}>
              {strings.systems[label] ?? label}
            </option>
          ))}
        </select>
      </label>
      <Segmented
        look="words"
        label={strings.chartOf}
        segments={table.metrics.map((id) => ({ id, label: strings.metrics[id] }))}
        value={metric}
        onChange={setChosen}
      />
    </>
  );
  return reference ? (
    <DifferencePlot {...{ table, order, metric, reference, recorded, runs, tools }} />
  ) : (
    <DotPlot {...{ table, order, metric, recorded, live, tools }} />
  );
}
