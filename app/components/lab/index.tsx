import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Treatment } from '../../../src/model/types';
import { Panel } from '../common/Panel';
import { Segmented } from '../common/Segmented';
import { composeSvg } from '../figure/compose';
import { saveText } from '../figure/save';
import { useStrings } from '../../strings';
import { DotPlot } from './DotPlot';
import { tableCsv, tableJson } from './export';
import './lab.css';
import { ResultTable } from './ResultTable';
import { RunControls } from './RunControls';
import { sortedRows, type SortKey } from './sort';
import { rowsOf } from './summary';
import { LAB_TABLES } from './tables';
import { useLabRun } from './useLabRun';
import { useRecorded } from './useRecorded';

const TREATMENTS: readonly Treatment[] = ['plain', 'full'];
/** Enough to see the order of systems within a minute or two. */
const STEPS_HERE = 300;

/** The paper's tables on the bundled data: recorded at once, any row run again here. */
export default function Lab() {
  const strings = useStrings().lab;
  const recorded = useRecorded();
  const run = useLabRun();
  const [tableId, setTableId] = useState(LAB_TABLES[0].id);
  const [treatment, setTreatment] = useState<Treatment>('plain');
  const [sort, setSort] = useState<SortKey>('paper');
  const [steps, setSteps] = useState(STEPS_HERE);
  const [seeds, setSeeds] = useState(1);
  const plot = useRef<HTMLDivElement>(null);

  const table = LAB_TABLES.find(({ id }) => id === tableId)!;
  const recordedRows = typeof recorded === 'string' ? [] : rowsOf(recorded.rows, table, treatment);
  const liveRows = rowsOf(run.rows, table, treatment);
  const order = sortedRows(table, recordedRows, sort);
  const metric = sort === 'paper' ? table.metrics[Math.min(1, table.metrics.length - 1)] : sort;
  const origins = [
    { origin: 'recorded', rows: recordedRows },
    { origin: 'run here', rows: liveRows },
  ];
  const jobs = (systems: readonly string[]) =>
    systems.flatMap((system) =>
      Array.from({ length: seeds }, (_, seed) => ({
        setting: table.setting,
        system,
        seed,
        steps,
        treatment,
      })),
    );
  const exported = `cmml-lab-${table.id}-${treatment}`;

  return (
    <Panel name="lab" title={strings.title} sub={strings.sub}>
      <div className="lab-bar">
        <Segmented
          look="pill"
          label={strings.title}
          segments={LAB_TABLES.map(({ id }) => ({ id, label: strings.tables[id] }))}
          value={tableId}
          onChange={(id) => {
            setTableId(id);
            setSort('paper');
          }}
        />
        <Segmented
          look="words"
          label={strings.treatment}
          segments={TREATMENTS.map((id) => ({ id, label: strings.treatments[id] }))}
          value={treatment}
          onChange={setTreatment}
        />
      </div>
      <p className="lab-note">
        {strings.tableNumber(table.number)}. {strings.treatmentHelp[treatment]} {strings.paperNote}
      </p>
      <ResultTable
        table={table}
        order={order}
        recorded={recordedRows}
        live={liveRows}
        sort={sort}
        busy={run.state.state === 'running' || run.state.state === 'paused'}
        onSort={setSort}
        onRun={(system) => run.start(jobs([system]))}
      />
      <p className="lab-note" role={recorded === 'failed' ? 'alert' : undefined}>
        {recorded === 'loading'
          ? strings.loading
          : recorded === 'failed'
            ? strings.noRecorded
            : strings.recordedHow(
                recorded.made.command,
                recorded.made.commit,
                recorded.made.date.slice(0, 10),
              )}
      </p>
      <RunControls
        state={run.state}
        steps={steps}
        seeds={seeds}
        onSteps={setSteps}
        onSeeds={setSeeds}
        onRunAll={() => run.start(jobs(table.rows.map(({ system }) => system)))}
        onPause={run.pause}
        onResume={run.resume}
        onCancel={run.cancel}
      />
      {recordedRows.length > 0 && (
        <div ref={plot} className="lab-chart">
          <DotPlot
            order={order}
            rows={recordedRows}
            metric={metric}
            title={`${strings.metrics[metric]}: ${strings.chart}`}
          />
        </div>
      )}
      <div className="lab-export" role="group" aria-label={strings.exportLabel}>
        <Button onPress={() => saveText(tableCsv(table, origins), 'text/csv', `${exported}.csv`)}>
          {strings.exportCsv}
        </Button>
        <Button
          onPress={() =>
            saveText(tableJson(table, origins), 'application/json', `${exported}.json`)
          }
        >
          {strings.exportJson}
        </Button>
        <Button
          isDisabled={recordedRows.length === 0}
          onPress={() => {
            if (plot.current) {
              saveText(composeSvg(plot.current), 'image/svg+xml', `${exported}-${metric}.svg`);
            }
          }}
        >
          {strings.exportChart}
        </Button>
      </div>
    </Panel>
  );
}
