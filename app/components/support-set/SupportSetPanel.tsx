import { useApp } from '../../store';
import { showsStranger } from '../../store/stranger';
import { useStrings } from '../../strings';
import { Panel } from '../common/Panel';
import { GenrePicker } from '../pickers/GenrePicker';
import { MovieSearch } from '../search/MovieSearch';
import { Slot } from '../shell/Slot';
import { CostCaption } from './CostCaption';
import { SupportTools } from './SupportTools';
import { Trays } from './Trays';
import './support-set.css';

/** The left column: the labelled pairs that the model may adapt to. */
export function SupportSetPanel() {
  const { support: t, search } = useStrings();
  const setting = useApp((s) => s.setting);
  const stranger = useApp(showsStranger);
  const isAnswered = useApp((s) => s.answer?.source === 'live');
  const swapped = useApp((s) => s.contextFrom !== null);
  return (
    <Panel
      name="support-set"
      title={t.title}
      symbol={{ text: t.symbol, help: t.symbolHelp }}
      sub={t.sub[stranger ? 'stranger' : setting]}
      cut={swapped}
    >
      {/* A new visitor has nothing to start from but the search. */}
      {setting === 'scenario' ? (
        <GenrePicker />
      ) : (
        <>
          <MovieSearch />
          <a className="search-own" href="#import">
            {search.ownList}
          </a>
        </>
      )}
      {setting === 'user' && isAnswered && <Slot name="ask-next" waiting={null} />}
      <Trays />
      {setting === 'scenario' && <MovieSearch />}
      <SupportTools />
      <CostCaption />
    </Panel>
  );
}
