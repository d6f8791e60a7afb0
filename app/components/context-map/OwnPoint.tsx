import { useEffect, useRef, useState } from 'react';
import { useReducedMotion } from '../common/media';
import { edgeTowards, type Frame, type Placement, type XY } from './projection';

const MOVE_MS = 450;
const EDGE = 12;

/** Follows `target` with an ease-out; at once when motion is unwanted. */
function useGliding(target: XY): XY {
  const still = useReducedMotion();
  const [shown, setShown] = useState<XY>(target);
  const present = useRef<XY>(target);
  const [x, y] = target;
  useEffect(() => {
    const from = present.current;
    if (from[0] === x && from[1] === y) return;
    let request = 0;
    const start = performance.now();
    const tick = (now: number): void => {
      const t = still ? 1 : Math.min(1, Math.max(0, (now - start) / MOVE_MS));
      const eased = 1 - (1 - t) ** 3;
      present.current = [from[0] + eased * (x - from[0]), from[1] + eased * (y - from[1])];
      setShown(present.current);
      if (t < 1) request = requestAnimationFrame(tick);
    };
    request = requestAnimationFrame(tick);
    return () => cancelAnimationFrame(request);
  }, [x, y, still]);
  return shown;
}

interface OwnPointProps {
  /** Map coordinates. */
  point: XY;
  /** Where it was before, oldest first; may end with `point` itself. */
  trail: readonly XY[];
  /** Map coordinates to pixels, zoom included. */
  at: Placement;
  frame: Frame;
  label: string;
}

/** The visitor's point and the way it came: the only part of the map that moves with an edit. */
export function OwnPoint({ point, trail, at, frame, label }: OwnPointProps) {
  const here = useGliding(point);
  const pixel = ([px, py]: XY): XY => [at.x(px), at.y(py)];
  const last = trail.at(-1);
  const before = last && last[0] === point[0] && last[1] === point[1] ? trail.slice(0, -1) : trail;
  const [x, y] = pixel(here);
  const steps = before.map(pixel);
  const edge = edgeTowards([x, y], frame, EDGE);
  const labelLeft = x > frame.width - 46;
  return (
    <g className="map-own" data-x={point[0]} data-y={point[1]}>
      <polyline points={[...steps, [x, y]].map((p) => p.join(',')).join(' ')} />
      {steps.map(([sx, sy], k) => (
        <circle
          key={k}
          className="map-step"
          cx={sx}
          cy={sy}
          r={2.2}
          opacity={0.25 + (0.5 * (k + 1)) / steps.length}
        />
      ))}
      {edge ? (
        <g className="map-edge" transform={`translate(${edge.x} ${edge.y})`}>
          <path d="M9 0 L-5 6 L-5 -6 Z" transform={`rotate(${edge.angle})`} />
          <text
            x={edge.x > frame.width / 2 ? -12 : 12}
            y={4}
            textAnchor={edge.x > frame.width / 2 ? 'end' : 'start'}
          >
            {label}
          </text>
        </g>
      ) : (
        <g className="map-point" transform={`translate(${x} ${y})`}>
          <circle r={7} />
          <text x={labelLeft ? -11 : 11} y={4} textAnchor={labelLeft ? 'end' : 'start'}>
            {label}
          </text>
        </g>
      )}
    </g>
  );
}
