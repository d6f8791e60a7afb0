import { Button } from 'react-aria-components';
import { ArrowDown, Play } from 'lucide-react';
import type { LabRow } from '../../workers/lab/protocol';
import { IconButton } from '../common/IconButton';
import { useStrings } from '../../strings';
import { formatInterval, formatMetric, summaryOf, type Summary } from './summary';
import type { SortKey } from './sort';
import type { LabTable, Metric, TableRow } from './tables';

interface ResultTableProps {
  table: LabTable;
  order: readonly TableRow[];
  recorded: readonly LabRow[];
  live: readonly LabRow[];
  sort: SortKey;
  busy: boolean;
  onSort: (key: SortKey) => void;
  onRun: (system: string) => void;
}

/** Ours (recorded, and under it what was run here) beside the paper's own figures. */
export function ResultTable(props: ResultTableProps) {
  const { table, order, recorded, live, sort, busy, onSort, onRun } = props;
  const strings = useStrings().lab;
  const inPaper = table.rows.some((row) => row.paper);
  const sortable = (key: SortKey, label: string) => (
    <th scope="col" key={key} aria-sort={sort === key ? 'descending' : undefined}>
      <Button
        className="lab-sort"
        aria-label={strings.sortBy(label)}
        onPress={() => onSort(sort === key ? 'paper' : key)}
      >
        {label}
        {sort === key && <ArrowDown size={12} aria-hidden="true" />}
      </Button>
    </th>
  );
  return (
    <div className="lab-scroll" role="region" aria-label={strings.tables[table.id]} tabIndex={0}>
      <table className="lab-table" data-table={table.id}>
        <thead>
          <tr>
            <td />
            <th scope="colgroup" colSpan={table.metrics.length}>
              {strings.ours}
            </th>
            {inPaper && (
              <th scope="colgroup" colSpan={table.metrics.length} className="is-paper">
                {strings.paper(table.paperData)}
              </th>
            )}
            <td />
          </tr>
          <tr>
            <th scope="col">{strings.system}</th>
            {table.metrics.map((metric) => sortable(metric, strings.metrics[metric]))}
            {inPaper &&
              table.metrics.map((metric) => (
                <th scope="col" key={`paper ${metric}`} className="is-paper">
                  {strings.metrics[metric]}
                </th>
              ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {order.map((row) => (
            <tr key={row.system} className={`kind-${row.kind}`} data-system={row.system}>
              <th scope="row" title={strings.kinds[row.kind]}>
                {row.label}
              </th>
              {table.metrics.map((metric) => (
                <td key={metric}>
                  <Figures metric={metric} summary={summaryOf(recorded, row.system, metric)} />
                  <Figures metric={metric} summary={summaryOf(live, row.system, metric)} live />
                </td>
              ))}
              {inPaper &&
                table.metrics.map((metric) => (
                  <td key={`paper ${metric}`} className="is-paper">
                    {row.paper?.[metric]?.[0].toFixed(metric.startsWith('recall') ? 2 : 3) ??
                      strings.notInPaper}
                  </td>
                ))}
              <td>
                <IconButton
                  label={strings.runRow(row.label)}
                  isDisabled={busy}
                  onPress={() => onRun(row.system)}
                >
                  <Play size={13} />
                </IconButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Figures({
  metric,
  summary,
  live = false,
}: {
  metric: Metric;
  summary: Summary | null;
  live?: boolean;
}) {
  const strings = useStrings().lab;
  if (!summary) return live ? null : <span className="lab-none">{strings.notMeasured}</span>;
  return (
    <span className={live ? 'lab-figure is-live' : 'lab-figure'}>
      <b>{formatMetric(metric, summary.mean)}</b> {formatInterval(metric, summary.interval)}
      {live && (
        <em>
          {' '}
          {strings.live}, {strings.seeds(summary.seeds)}
        </em>
      )}
    </span>
  );
}
