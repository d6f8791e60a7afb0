import { useState } from 'react';
import { Panel } from '../common/Panel';
import { Segmented } from '../common/Segmented';
import { useLazyStrings } from '../../strings/lazy';
import { ContextFigure } from './ContextFigure';
import { Families } from './Families';
import './lab.css';
import './lab-table.css';
import './lab-plot.css';
import './lab-figures.css';
import { RouteFigure } from './RouteFigure';
import { Tables } from './Tables';
import { useRunChoices, useTableChoices } from './useChoices';
import { useLabRun } from './useLabRun';

const VIEWS = ['tables', 'families', 'contexts', 'routes'] as const;

/** The paper's tables and figures on the bundled data, recorded at once or made again here. */
export default function Lab() {
  const { lab: strings, tastes } = useLazyStrings();
  const { families } = tastes;
  const views = { ...strings.view, families: families.view };
  const subs = { ...strings.sub, families: families.sub };
  const [view, setView] = useState<(typeof VIEWS)[number]>('tables');
  const run = useLabRun();
  const choices = useTableChoices();
  const effort = useRunChoices();
  return (
    <Panel
      name="lab"
      title={strings.title}
      sub={subs[view]}
      actions={
        <Segmented
          look="words"
          label={strings.views}
          segments={VIEWS.map((id) => ({ id, label: views[id] }))}
          value={view}
          onChange={setView}
        />
      }
    >
      {view === 'tables' && <Tables run={run} choices={choices} effort={effort} />}
      {view === 'families' && <Families run={run} effort={effort} />}
      {view === 'contexts' && <ContextFigure />}
      {view === 'routes' && <RouteFigure />}
    </Panel>
  );
}
