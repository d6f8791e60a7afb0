import { useEffect, useState, type RefObject } from 'react';

/** Whether any of the element is in the window; true before the first look. */
export function useInView(target: RefObject<Element | null>): boolean {
  const [isIn, setIsIn] = useState(true);
  useEffect(() => {
    const element = target.current;
    if (!element) return;
    const observer = new IntersectionObserver(([entry]) => setIsIn(entry.isIntersecting));
    observer.observe(element);
    return () => observer.disconnect();
  }, [target]);
  return isIn;
}
