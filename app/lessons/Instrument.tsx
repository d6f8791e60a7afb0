import { FilmFace } from '../components/common/FilmFace';
import { ListHead, useListHead } from '../components/phone-sheet/ListHead';
import { MiniMap } from '../components/phone-sheet/MiniMap';
import { useApp } from '../store';
import { useLazyStrings } from '../strings/lazy';
import { FlowStop } from './FlowMap';
import './instrument.css';

/** Films that fit into one row. */
const FACES = 9;
const LISTED = 8;

/**
 * The workbench in small, beside the lessons and always in sight: the films held, the dot on the map and the
 * head of the list, as they are now. Words light its parts, and each leads to its panel.
 */
export function Instrument() {
  const strings = useLazyStrings().lessons;
  const held = useApp((s) => s.support[s.setting].items);
  const point = useApp((s) => (s.answer?.setting === s.setting ? s.answer.adaptation.point : null));
  const first = useListHead(LISTED);
  const more = held.length - FACES;
  return (
    <nav className="instrument" aria-label={strings.flow}>
      <ol>
        <li>
          <FlowStop part="support" />
          <span className="instrument-faces" aria-hidden>
            {held.slice(0, FACES).map(({ item }) => (
              <FilmFace key={item} item={item} />
            ))}
            {more > 0 && <small className="num">+{more}</small>}
          </span>
        </li>
        <li>
          <FlowStop part="context" />
          <MiniMap point={point} />
        </li>
        <li>
          <FlowStop part="hybrid" />
        </li>
        <li>
          <FlowStop part="modulation" />
        </li>
        <li>
          <FlowStop part="backbone" />
        </li>
        <li>
          <FlowStop part="recommendations" />
          <ListHead films={first} />
        </li>
      </ol>
    </nav>
  );
}
