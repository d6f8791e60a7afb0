import { useRef, useState, type MouseEvent } from 'react';
import { ChevronDown } from 'lucide-react';
import { useApp } from '../../store';
import { isClassLink } from '../../store/url';
import { useStrings } from '../../strings';
import { Folded } from '../common/Folded';
import { revealWhenThere } from '../common/reveal';
import { LazySlot } from './Slot';
import './researchers.css';

const ROOMS = ['race', 'lab', 'import'] as const;

/** The door at the end of the page: race, lab and own data are behind it, and links to them open it. */
export function Researchers() {
  const { researchers: t } = useStrings();
  const hidden = useApp((s) => s.hidden);
  const [isOpen, setIsOpen] = useState(false);
  const giveUp = useRef<() => void>(() => undefined);
  const rooms = ROOMS.filter((room) => !hidden.includes(room));
  const go = (event: MouseEvent<HTMLAnchorElement>) => {
    event.preventDefault();
    const { hash } = event.currentTarget;
    // No step of the back button: nothing but the window moves. What a link for a class holds keeps its place.
    if (!isClassLink(location.hash)) {
      history.replaceState(null, '', `${location.pathname}${location.search}${hash}`);
    }
    setIsOpen(true);
    giveUp.current();
    giveUp.current = revealWhenThere(hash.slice(1));
  };
  return (
    <section className="researchers" id="researchers" aria-labelledby="researchers-title">
      <div className="researchers-head" data-open={isOpen || undefined}>
        <h2 id="researchers-title">
          <button
            className="fold-button"
            aria-expanded={isOpen}
            aria-controls="researchers-rooms"
            onClick={() => setIsOpen(!isOpen)}
          >
            <ChevronDown size={18} aria-hidden="true" />
            {t.title}
          </button>
        </h2>
        <p>{t.sub}</p>
        <nav aria-label={t.title}>
          {rooms.map((room) => (
            <a key={room} href={`#${room}`} onClick={go}>
              {t.rooms[room]}
            </a>
          ))}
        </nav>
      </div>
      <Folded id="researchers-rooms" isOpen={isOpen} onFound={() => setIsOpen(true)}>
        <div className="further">
          {rooms.map((room) => (
            <LazySlot key={room} name={room} />
          ))}
        </div>
      </Folded>
    </section>
  );
}
