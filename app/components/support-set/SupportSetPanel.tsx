import { useApp } from '../../store';
import { useStrings } from '../../strings';
import { Panel } from '../common/Panel';
import { GenrePicker } from '../pickers/GenrePicker';
import { MovieSearch } from '../search/MovieSearch';
import { CostCaption } from './CostCaption';
import { SupportTools } from './SupportTools';
import { Tray } from './Tray';
import './support-set.css';

/** The left column: the labelled pairs that the model may adapt to. */
export function SupportSetPanel() {
  const t = useStrings().support;
  const setting = useApp((s) => s.setting);
  const items = useApp((s) => s.support[s.setting].items);
  return (
    <Panel
      name="support-set"
      title={t.title}
      symbol={{ text: t.symbol, help: t.symbolHelp }}
      sub={t.sub[setting]}
    >
      {/* A new visitor has nothing to start from but the search. */}
      {setting === 'genre' ? <GenrePicker /> : <MovieSearch />}
      <div className="trays">
        {setting === 'genre' ? (
          <>
            <Tray
              kind="liked"
              label={1}
              title={t.liked}
              empty={t.emptyLiked}
              items={items.filter((pair) => pair.label === 1)}
            />
            <Tray
              kind="disliked"
              label={0}
              title={t.disliked}
              empty={t.emptyDisliked}
              items={items.filter((pair) => pair.label === 0)}
            />
          </>
        ) : (
          <Tray kind="rated" label={null} title={t.rated} empty={t.emptyRated} items={items} />
        )}
      </div>
      {setting === 'genre' && <MovieSearch />}
      <SupportTools />
      <CostCaption />
    </Panel>
  );
}
