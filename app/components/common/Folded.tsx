import { useEffect, useEffectEvent, useLayoutEffect, useRef, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { FOUND } from './reveal';
import './folded.css';

interface FoldedProps {
  id: string;
  isOpen: boolean;
  /** Something in it is to be seen: the browser's search or a link found it. */
  onFound: () => void;
  children: ReactNode;
}

/**
 * Content that is folded away but stays in the document. Where browsers can (`hidden=until-found`), their
 * search and links find it there and open it; elsewhere it is hidden like anything else, and `reveal` opens it.
 */
export function Folded({ id, isOpen, onFound, children }: FoldedProps) {
  const region = useRef<HTMLDivElement>(null);
  // By hand: React knows `hidden` only as yes or no.
  useLayoutEffect(() => {
    if (isOpen) region.current!.removeAttribute('hidden');
    else region.current!.setAttribute('hidden', 'until-found');
  }, [isOpen]);
  // Open when this returns: who asked scrolls there next.
  const found = useEffectEvent(() => flushSync(onFound));
  useEffect(() => {
    const element = region.current!;
    const open = () => {
      if (element.hasAttribute('hidden')) found();
    };
    element.addEventListener(FOUND, open);
    return () => element.removeEventListener(FOUND, open);
  }, []);
  return (
    <div className="folded" id={id} ref={region}>
      {children}
    </div>
  );
}
