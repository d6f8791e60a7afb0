import { Button } from 'react-aria-components';
import { useApp } from '../../store';
import { useLazyStrings } from '../../strings/lazy';
import { ListHead, useListHead } from './ListHead';
import { MiniMap } from './MiniMap';
import './phone-sheet.css';

/** Films that fit beside the map. */
const FIRST = 4;

/**
 * On a phone, what an edit does, at the bottom of the window while the films above are edited: the dot on the
 * map, and the head of the list. It comes to rest at its own place, above the list.
 */
export default function PhoneSheet() {
  const { sheet: t } = useLazyStrings();
  const answer = useApp((s) => (s.answer?.setting === s.setting ? s.answer : null));
  const first = useListHead(FIRST);
  if (!answer) return null;
  const goToList = () => {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const list = document.getElementById('recommendations');
    list?.scrollIntoView({ behavior: still ? 'auto' : 'smooth' });
  };
  return (
    <Button
      className="phone-sheet"
      aria-label={t.toList(first.map(({ title }) => title))}
      onPress={goToList}
    >
      <MiniMap point={answer.adaptation.point} />
      <ListHead films={first} />
    </Button>
  );
}
