import { Button } from 'react-aria-components';
import { ArrowDown, ArrowUp, Play } from 'lucide-react';
import type { Interval } from '../../../src/statistics/interval';
import type { LabRow } from '../../protocol/lab';
import { Explained } from '../common/Explained';
import { IconButton } from '../common/IconButton';
import { Segmented } from '../common/Segmented';
import { useLanguage } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { integer } from '../common/numbers';
import type { Print } from '../../protocol/lab-tables/paper';
import { printedCells, printedMetrics } from './printed';
import { formatInterval, formatMetric, headed, isRecall, stepsOf, summaryOf } from './summary';
import type { LabProtocol } from '../../protocol/lab-tables/lab-protocol';
import type { SortKey } from './sort';
import { LOWER_IS_BETTER, type Metric } from '../../protocol/lab-tables/metric';
import { Sureness } from './Sureness';
import type { LabTable, TableRow } from '../../protocol/lab-tables/tables';

interface ResultTableProps {
  table: LabTable;
  /** null: the paper has no such table. */
  print: Print | null;
  /** Whether the page is about the bundled data, which the recorded figures are of. */
  isBundled: boolean;
  order: readonly TableRow[];
  recorded: readonly LabRow[];
  /** The same runs given the support set of another task. */
  wrong: readonly LabRow[];
  live: readonly LabRow[];
  protocol: LabProtocol;
  /** Name of the protocol that a run is under, where it is not the one shown. */
  runsUnder: string | null;
  sort: SortKey;
  busy: boolean;
  onSort: (key: SortKey) => void;
  onPrint: (id: string) => void;
  onRun: (system: string) => void;
}

/**
 * Ours (recorded, and under it what was run here) beside the paper's own figures. Its roles are
 * written out, because a phone lays the rows out as grids, which would take the table's meaning away.
 */
export function ResultTable(props: ResultTableProps) {
  const { table, print, isBundled, order, sort, onSort, onPrint } = props;
  const strings = useLazyStrings().lab;
  const printed = printedMetrics(print ? [print] : []);
  return (
    <div className="lab-scroll" role="region" aria-label={strings.tables[table.id]} tabIndex={0}>
      <table className="lab-table" data-table={table.id} role="table">
        <thead role="rowgroup">
          <tr role="row">
            <td role="cell" />
            <th scope="colgroup" role="columnheader" colSpan={table.metrics.length}>
              {isBundled ? strings.ours : strings.yours}
            </th>
            {print && (
              <th
                scope="colgroup"
                role="columnheader"
                colSpan={printed.length}
                className="is-paper"
              >
                <span className="lab-prints">
                  <span>{strings.paper}</span>
                  <Segmented
                    look="words"
                    label={strings.prints}
                    segments={table.prints.map(({ id, number, data, seeds }) => ({
                      id,
                      label: strings.print(number, data, seeds),
                    }))}
                    value={print.id}
                    onChange={onPrint}
                  />
                </span>
              </th>
            )}
            <td role="cell" />
          </tr>
          <tr role="row">
            <th scope="col" role="columnheader">
              {strings.system}
            </th>
            {table.metrics.map((metric) => (
              <SortableHead key={metric} metric={metric} sort={sort} onSort={onSort} />
            ))}
            {printed.map((metric) => (
              <th scope="col" role="columnheader" key={`paper ${metric}`} className="is-paper">
                {strings.metrics[metric]}
              </th>
            ))}
            <td role="cell" />
          </tr>
        </thead>
        <tbody role="rowgroup">
          {order.map((row) => (
            <Row key={row.system} row={row} {...props} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const helpOf = (metric: Metric) => {
  if (isRecall(metric)) return 'recall';
  return metric === 'mae' ? 'mae' : metric === 'mae@levels' ? 'levels' : 'ndcg';
};

function SortableHead({
  metric,
  sort,
  onSort,
}: {
  metric: Metric;
  sort: SortKey;
  onSort: (key: SortKey) => void;
}) {
  const strings = useLazyStrings().lab;
  const isLow = LOWER_IS_BETTER.has(metric);
  const isSorted = sort === metric;
  const Arrow = isLow ? ArrowUp : ArrowDown;
  const direction = isLow ? 'ascending' : 'descending';
  return (
    <th scope="col" role="columnheader" aria-sort={isSorted ? direction : undefined}>
      <span className="lab-head">
        <Explained
          help={strings.metricHelp[helpOf(metric)]}
          label={strings.about(strings.metrics[metric])}
        >
          ?
        </Explained>
        <Button
          className="lab-sort"
          aria-label={strings.sortBy(strings.metrics[metric])}
          onPress={() => onSort(isSorted ? 'paper' : metric)}
        >
          {headed(metric, strings.metrics[metric])}
          {isSorted && <Arrow size={12} aria-hidden="true" />}
        </Button>
      </span>
    </th>
  );
}

function Row({ row, ...props }: ResultTableProps & { row: TableRow }) {
  const { table, print, recorded, wrong, live, protocol, runsUnder, busy, onRun } = props;
  const { system, kind } = row;
  const strings = useLazyStrings().lab;
  const label = strings.systems[row.label] ?? row.label;
  const language = useLanguage();
  /** How much is behind the row's figures; null when nothing is. */
  const effort = (rows: readonly LabRow[]): string | null => {
    const summary = summaryOf(rows, system, table.metrics[0]);
    return summary && strings.effort(summary.n, integer(stepsOf(rows, system), language));
  };
  const here = effort(live);
  // ItemPop counts support movies, and those are not ranked here: what is left is popularity.
  const isPopularity = protocol === 'open' && system === 'itempop';
  const found = [...recorded, ...live].flatMap((run) =>
    run.system === system && typeof run.found === 'string'
      ? [strings.found(run.seed, run.found)]
      : [],
  );
  const help = [strings.kinds[kind], ...(isPopularity ? [strings.sameAsPopularity] : []), ...found].join('. '); // prettier-ignore
  const go = runsUnder ? strings.runRowUnder(label, runsUnder) : strings.runRow(label);
  return (
    <tr role="row" className={`kind-${kind}`} data-system={system}>
      <th scope="row" role="rowheader">
        <span className="lab-system">
          <Explained help={help}>{label}</Explained>
          <span className="lab-effort">{effort(recorded)}</span>
        </span>
        {here && <span className="lab-here">{strings.live(here)}</span>}
        <Sureness rows={recorded.length > 0 ? recorded : live} system={system} />
      </th>
      {table.metrics.map((metric) => (
        <td role="cell" key={metric} data-label={strings.metrics[metric]}>
          <Figures metric={metric} summary={summaryOf(recorded, system, metric)} />
          <WrongSupport metric={metric} summary={summaryOf(wrong, system, metric)} />
          <Figures metric={metric} summary={summaryOf(live, system, metric)} live />
        </td>
      ))}
      {printedMetrics(print ? [print] : []).map((metric) => {
        const [mean, interval] = printedCells(metric, print?.figures[system]?.[metric]);
        return (
          <td
            role="cell"
            key={`paper ${metric}`}
            className={mean ? 'is-paper' : 'is-paper is-absent'}
            data-label={strings.inPaper}
          >
            {mean || strings.notInPaper}
            {interval && <small> ± {interval}</small>}
          </td>
        );
      })}
      <td role="cell" className="lab-go">
        <IconButton label={go} isDisabled={busy} onPress={() => onRun(system)}>
          <Play size={13} />
        </IconButton>
      </td>
    </tr>
  );
}

/** What a row reaches when it is told of another task than its own. */
function WrongSupport({ metric, summary }: { metric: Metric; summary: Interval | null }) {
  const strings = useLazyStrings().lab;
  if (!summary) return null;
  return (
    <span className="lab-wrong">{strings.wrongSupport(formatMetric(metric, summary.mean))}</span>
  );
}

function Figures({
  metric,
  summary,
  live = false,
}: {
  metric: Metric;
  summary: Interval | null;
  live?: boolean;
}) {
  const strings = useLazyStrings().lab;
  if (!summary) return live ? null : <span className="lab-none">{strings.notMeasured}</span>;
  return (
    <span className={live ? 'lab-figure is-live' : 'lab-figure'}>
      <b>{formatMetric(metric, summary.mean)}</b>
      <small> {formatInterval(metric, summary.half)}</small>
    </span>
  );
}
