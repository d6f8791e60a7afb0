import { useLayoutEffect, useRef, type RefObject } from 'react';
import { useReducedMotion } from '../common/media';
import { progressOf } from '../common/progress';
import { edgeTowards, type Frame, type Placement, type XY } from './projection';

const MOVE_MS = 450;
const EASING = 'cubic-bezier(0.22, 0.8, 0.28, 1)';
const EDGE = 12;

interface Glide {
  animation: Animation;
  from: XY;
  to: XY;
}

function seenAt({ animation, from, to }: Glide): XY {
  const t = progressOf(animation);
  return [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])];
}

const translate = ([x, y]: XY): Keyframe => ({ transform: `translate(${x}px, ${y}px)` });

/**
 * Lets the element that lies at `pixel` travel there when `point` changes, from where it is seen now;
 * zooming takes it along at once. The browser's compositor moves it: the page draws no frame for it.
 */
function useGliding(element: RefObject<SVGGElement | null>, point: XY, pixel: XY): void {
  const still = useReducedMotion();
  const before = useRef<{ point: XY; pixel: XY } | null>(null);
  const glide = useRef<Glide | null>(null);
  const [px, py] = point;
  const [x, y] = pixel;
  useLayoutEffect(() => {
    const was = before.current;
    const to: XY = [x, y];
    before.current = { point: [px, py], pixel: to };
    const from = glide.current ? seenAt(glide.current) : was?.pixel;
    glide.current?.animation.cancel();
    glide.current = null;
    const moved = was !== null && (was.point[0] !== px || was.point[1] !== py);
    if (!moved || !from || still || !element.current) return;
    const keyframes = [translate(from), translate(to)];
    const animation = element.current.animate(keyframes, { duration: MOVE_MS, easing: EASING });
    glide.current = { animation, from, to };
  }, [element, px, py, x, y, still]);
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
  const mark = useRef<SVGGElement>(null);
  const pixelOf = ([px, py]: XY): XY => [at.x(px), at.y(py)];
  const last = trail.at(-1);
  const before = last && last[0] === point[0] && last[1] === point[1] ? trail.slice(0, -1) : trail;
  const here = pixelOf(point);
  const steps = before.map(pixelOf);
  const edge = edgeTowards(here, frame, EDGE);
  const [x, y] = edge ? [edge.x, edge.y] : here;
  useGliding(mark, point, [x, y]);
  const labelLeft = edge ? x > frame.width / 2 : x > frame.width - 46;
  const labelAway = edge ? EDGE : 11;
  return (
    <g className="map-own" data-x={point[0]} data-y={point[1]}>
      <polyline points={[...steps, here].map((p) => p.join(',')).join(' ')} />
      {steps.map(([sx, sy], k) => (
        <circle
          key={k}
          className="map-step"
          cx={sx}
          cy={sy}
          r={2.2}
          fillOpacity={0.25 + (0.5 * (k + 1)) / steps.length}
        />
      ))}
      <g ref={mark} className={edge ? 'map-edge' : 'map-point'} transform={`translate(${x} ${y})`}>
        {edge ? (
          <path d="M9 0 L-5 6 L-5 -6 Z" transform={`rotate(${edge.angle})`} />
        ) : (
          <circle r={7} />
        )}
        <text x={labelLeft ? -labelAway : labelAway} y={4} textAnchor={labelLeft ? 'end' : 'start'}>
          {label}
        </text>
      </g>
    </g>
  );
}
