import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { select } from 'd3-selection';
import { zoom, zoomIdentity, type ZoomBehavior } from 'd3-zoom';
import type { Frame, View } from './projection';

const FURTHEST = 12;
const WHOLE: View = { k: 1, x: 0, y: 0 };

/**
 * Zoom and pan. A plain wheel scrolls the page, as everywhere else: zooming takes Ctrl or a pinch,
 * panning a drag once zoomed in; buttons do the same for the keyboard.
 */
export function useZoom(svgRef: RefObject<SVGSVGElement | null>, { width, height }: Frame) {
  const [view, setView] = useState<View>(WHOLE);
  const behaviour = useRef<ZoomBehavior<SVGSVGElement, unknown> | null>(null);
  useEffect(() => {
    const svg = svgRef.current;
    if (!svg) return;
    const made = zoom<SVGSVGElement, unknown>()
      .scaleExtent([1, FURTHEST])
      .extent([
        [0, 0],
        [width, height],
      ]) // prettier-ignore
      .translateExtent([
        [0, 0],
        [width, height],
      ]) // prettier-ignore
      .filter((event: MouseEvent | WheelEvent | TouchEvent) => {
        if (event.type === 'wheel') return event.ctrlKey;
        if ('touches' in event) return event.touches.length > 1;
        return (event as MouseEvent).button === 0;
      })
      .on('zoom', ({ transform: { k, x, y } }: { transform: View }) => setView({ k, x, y }));
    behaviour.current = made;
    // A double click chooses twice; it does not zoom.
    select(svg).call(made).on('dblclick.zoom', null);
    return () => {
      select(svg).on('.zoom', null);
    };
  }, [svgRef, width, height]);
  const zoomBy = useCallback(
    (factor: number) => behaviour.current?.scaleBy(select(svgRef.current!), factor),
    [svgRef],
  );
  const reset = useCallback(
    () => behaviour.current?.transform(select(svgRef.current!), zoomIdentity),
    [svgRef],
  );
  return { view, zoomBy, reset };
}
