import { useState } from 'react';
import { Panel } from '../common/Panel';
import { Segmented } from '../common/Segmented';
import { useLaterStrings } from '../../strings/later';
import { ContextFigure } from './ContextFigure';
import './lab.css';
import { RouteFigure } from './RouteFigure';
import { Tables } from './Tables';
import { useLabRun } from './useLabRun';

const VIEWS = ['tables', 'contexts', 'routes'] as const;

/** The paper's tables and figures on the bundled data, recorded at once or made again here. */
export default function Lab() {
  const strings = useLaterStrings().lab;
  const [view, setView] = useState<(typeof VIEWS)[number]>('tables');
  const run = useLabRun();
  return (
    <Panel
      name="lab"
      title={strings.title}
      sub={strings.sub[view]}
      actions={
        <Segmented
          look="words"
          label={strings.views}
          segments={VIEWS.map((id) => ({ id, label: strings.view[id] }))}
          value={view}
          onChange={setView}
        />
      }
    >
      {view === 'tables' && <Tables run={run} />}
      {view === 'contexts' && <ContextFigure />}
      {view === 'routes' && <RouteFigure />}
    </Panel>
  );
}
