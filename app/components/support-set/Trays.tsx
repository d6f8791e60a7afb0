import { useEffect, useMemo } from 'react';
import { store, useApp } from '../../store';
import { useStrings } from '../../strings';
import { useMedia } from '../common/media';
import { Tray } from './Tray';

/** The support pairs by label: liked and disliked movies, or one tray of rated ones. */
export function Trays() {
  const t = useStrings().support;
  const setting = useApp((s) => s.setting);
  const touch = useMedia('(pointer: coarse)');
  useTapElsewhere();
  const items = useApp((s) => s.support[s.setting].items);
  const liked = useMemo(() => items.filter((pair) => pair.label === 1), [items]);
  const disliked = useMemo(() => items.filter((pair) => pair.label === 0), [items]);
  return (
    <div className="trays">
      {setting === 'scenario' ? (
        <>
          <Tray kind="liked" label={1} title={t.liked} empty={t.emptyLiked} items={liked} />
          <Tray
            kind="disliked"
            label={0}
            title={t.disliked}
            empty={touch ? t.emptyDislikedTouch : t.emptyDisliked}
            items={disliked}
          />
        </>
      ) : (
        <Tray kind="rated" label={null} title={t.rated} empty={t.emptyRated} items={items} />
      )}
    </div>
  );
}

/** A tap outside the rows ends what a tap on one of them shows. */
function useTapElsewhere(): void {
  useEffect(() => {
    const onDown = ({ target, pointerType }: PointerEvent) => {
      const { hoveredSupport, hoverSupport } = store.getState();
      if (pointerType !== 'touch' || hoveredSupport === null) return;
      if (!(target instanceof Element && target.closest('.tray-row'))) hoverSupport(null);
    };
    addEventListener('pointerdown', onDown);
    return () => removeEventListener('pointerdown', onDown);
  }, []);
}
