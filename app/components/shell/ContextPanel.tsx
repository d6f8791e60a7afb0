import { useApp } from '../../store';
import { useStrings } from '../../strings';
import { Panel } from '../common/Panel';
import { Skeleton } from '../common/Skeleton';

/** The second column: the context that the encoder made of the support set, among all tasks. */
export function ContextPanel() {
  const t = useStrings().context;
  const map = useApp((s) => s.map);
  return (
    <Panel
      name="context"
      title={t.title}
      symbol={{ text: t.symbol, help: t.symbolHelp }}
      sub={t.sub}
    >
      {!map && <Skeleton rows={10} label={t.loading} />}
    </Panel>
  );
}
